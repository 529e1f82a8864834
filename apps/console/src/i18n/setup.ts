import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { changeTexts } from './fetched-texts.js';
import { firstLanguage, rememberLanguage } from './language.js';

/** Starts the translations in the language of the last visit or of the browser; texts are fetched after it. */
export function setUpLanguages(): void {
  i18next.on('languageChanged', (language) => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  });
  void i18next.use(initReactI18next).init({
    resources: {},
    // Texts may be asked for in the next line.
    initAsync: false,
    lng: firstLanguage(localStorage, navigator.languages),
    fallbackLng: false,
    interpolation: { escapeValue: false },
  });
}

/** Changes to the other of the two languages, for this visit and the next; rejects where its texts cannot be fetched. */
export async function switchLanguage(): Promise<void> {
  const next = i18next.language === 'zh' ? 'en' : 'zh';
  await changeTexts(next);
  rememberLanguage(localStorage, next);
}
