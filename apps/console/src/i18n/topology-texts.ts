import i18next from 'i18next';
import en from './topology/en.json';
import zh from './topology/zh.json';

/** Makes the texts of the topology dialog known, in both languages; they come with it, not with the first page. */
export function addTopologyTexts(): void {
  for (const [language, texts] of Object.entries({ en, zh }))
    i18next.addResourceBundle(language, 'translation', texts, true, true);
}
