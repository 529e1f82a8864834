import { createContext, type ReactNode, useContext, useLayoutEffect, useMemo, useState } from 'react';
import { firstThemeMode, rememberThemeMode, type ThemeMode } from './theme-mode.js';

interface Theme {
  readonly mode: ThemeMode;
  readonly toggle: () => void;
}

const ThemeContext = createContext<Theme>({ mode: 'light', toggle: () => undefined });

/** Dresses the page in the chosen theme: `colours.css` follows the root's `data-theme`. */
export function ThemeProvider({ children }: { children: ReactNode }): ReactNode {
  const [mode, setMode] = useState(() =>
    firstThemeMode(localStorage, window.matchMedia('(prefers-color-scheme: dark)').matches),
  );
  useLayoutEffect(() => {
    document.documentElement.dataset['theme'] = mode;
  }, [mode]);
  const theme = useMemo(
    () => ({
      mode,
      toggle: () => {
        const next = mode === 'dark' ? 'light' : 'dark';
        rememberThemeMode(localStorage, next);
        setMode(next);
      },
    }),
    [mode],
  );
  return <ThemeContext value={theme}>{children}</ThemeContext>;
}

/** The present theme, and how to change it. */
export function useTheme(): Theme {
  return useContext(ThemeContext);
}
