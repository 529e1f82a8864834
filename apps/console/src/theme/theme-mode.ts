/** The two themes. */
export type ThemeMode = 'light' | 'dark';

const KEY = 'omc.theme';

/** The theme chosen before, else what the system prefers. */
export function firstThemeMode(storage: Pick<Storage, 'getItem'>, prefersDark: boolean): ThemeMode {
  const chosen = storage.getItem(KEY);
  if (chosen === 'light' || chosen === 'dark') return chosen;
  return prefersDark ? 'dark' : 'light';
}

/** Remembers a choice for the next visit. */
export function rememberThemeMode(storage: Pick<Storage, 'setItem'>, mode: ThemeMode): void {
  storage.setItem(KEY, mode);
}
