import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import en from './en.json';
import { firstLanguage, rememberLanguage } from './language.js';
import zh from './zh.json';

/** Starts the translations in the language of the last visit or of the browser. */
export async function setUpLanguages(): Promise<void> {
  i18next.on('languageChanged', (language) => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  });
  await i18next.use(initReactI18next).init({
    resources: { en: { translation: en }, zh: { translation: zh } },
    lng: firstLanguage(localStorage, navigator.languages),
    fallbackLng: 'en',
    interpolation: { escapeValue: false },
  });
}

/** Changes to the other of the two languages, for this visit and the next. */
export async function switchLanguage(): Promise<void> {
  const next = i18next.language === 'zh' ? 'en' : 'zh';
  rememberLanguage(localStorage, next);
  await i18next.changeLanguage(next);
}
