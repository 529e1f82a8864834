import i18next from 'i18next';
import type { Language } from './language.js';
import { type Part, parts } from './parts.js';

/** What was asked for so far, and has to be there in the other language before that shows. */
const asked = new Set<Part>();

/** The language that is being fetched to be changed to. */
let next: Language | null = null;

async function fetchPart(part: Part, language: Language): Promise<void> {
  const { default: texts } = await parts[part][language]();
  i18next.addResourceBundle(language, 'translation', texts, true, true);
}

/**
 * Fetches the texts of parts in the present language; while another is being fetched, in that too, as either may be the
 * present one by then. Rejects where texts cannot be fetched.
 */
export async function fetchTexts(names: readonly Part[]): Promise<void> {
  for (const part of names) asked.add(part);
  const present: Language = i18next.language === 'zh' ? 'zh' : 'en';
  const languages = next ? [present, next] : [present];
  await Promise.all(names.flatMap((part) => languages.map((language) => fetchPart(part, language))));
}

/** Changes to a language once all that was asked for is there in it; rejects, and changes nothing, where it is not. */
export async function changeTexts(language: Language): Promise<void> {
  next = language;
  try {
    await Promise.all([...asked].map((part) => fetchPart(part, language)));
    await i18next.changeLanguage(language);
  } finally {
    next = null;
  }
}
