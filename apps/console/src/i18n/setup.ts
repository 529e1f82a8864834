import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { firstLanguage, type Language, rememberLanguage } from './language.js';

/** The texts of each language, fetched when somebody reads it. */
const texts = {
  en: () => Promise.all([import('./en.json'), import('./pages/en.json')]),
  zh: () => Promise.all([import('./zh.json'), import('./pages/zh.json')]),
};

async function textsOf(language: Language): Promise<object> {
  const [words, pages] = await texts[language]();
  return { ...words.default, ...pages.default };
}

/** The languages whose texts were fetched. */
const fetched = new Set<Language>();

/** Starts the translations in the language of the last visit or of the browser. */
export async function setUpLanguages(): Promise<void> {
  i18next.on('languageChanged', (language) => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  });
  const first = firstLanguage(localStorage, navigator.languages);
  fetched.add(first);
  await i18next.use(initReactI18next).init({
    resources: { [first]: { translation: { ...(await textsOf(first)) } } },
    lng: first,
    fallbackLng: false,
    interpolation: { escapeValue: false },
  });
}

/** Changes to the other of the two languages, for this visit and the next; rejects where its texts cannot be fetched. */
export async function switchLanguage(): Promise<void> {
  const next = i18next.language === 'zh' ? 'en' : 'zh';
  if (!fetched.has(next)) i18next.addResourceBundle(next, 'translation', await textsOf(next), true, true);
  fetched.add(next);
  rememberLanguage(localStorage, next);
  await i18next.changeLanguage(next);
}
