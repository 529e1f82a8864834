import { useTranslation } from 'react-i18next';
import type { Language } from './language.js';

/** The present language, by which bilingual texts are picked: `name[language]`. */
export function useLanguage(): Language {
  return useTranslation().i18n.language === 'zh' ? 'zh' : 'en';
}
