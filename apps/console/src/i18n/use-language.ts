import type { Language } from './language.js';
import { useTexts } from './texts-context.js';

/** The present language, by which bilingual texts are picked: `name[language]`. */
export function useLanguage(): Language {
  return useTexts().language;
}
