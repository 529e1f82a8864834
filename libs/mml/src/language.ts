import type { Bilingual } from '@omc/alarm';

/** The languages that reports are written in. */
export const mmlLanguages = ['en', 'zh'] as const;
export type MmlLanguage = (typeof mmlLanguages)[number];

/** A text for reports: in both languages, or one that reads the same in both. */
export type Words = string | Bilingual;

/** A text in one of the languages. */
export function inLanguage(words: Words, language: MmlLanguage): string {
  return typeof words === 'string' ? words : words[language];
}

/** A text in both languages, made from others: `say` gives each in the language that is being written. */
export function inBoth(
  write: Readonly<Record<MmlLanguage, (say: (words: Words) => string) => string>>,
): Bilingual {
  const written = (language: MmlLanguage) => write[language]((words) => inLanguage(words, language));
  return { en: written('en'), zh: written('zh') };
}
