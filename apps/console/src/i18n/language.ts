/** The languages of the console. */
export type Language = 'en' | 'zh';

const KEY = 'omc.language';

/** The language chosen before, else the browser's, else English. */
export function firstLanguage(storage: Pick<Storage, 'getItem'>, preferred: readonly string[]): Language {
  const chosen = storage.getItem(KEY);
  if (chosen === 'en' || chosen === 'zh') return chosen;
  const known = preferred.find((tag) => /^(zh|en)\b/i.test(tag));
  return known?.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

/** Remembers a choice for the next visit. */
export function rememberLanguage(storage: Pick<Storage, 'setItem'>, language: Language): void {
  storage.setItem(KEY, language);
}
