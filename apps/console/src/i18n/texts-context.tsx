import type { TFunction } from 'i18next';
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from './language.js';

/** The texts of the present language, and which one it is: bilingual texts are picked by it (`name[language]`). */
interface Texts {
  readonly t: TFunction;
  readonly language: Language;
}

const TextsContext = createContext<Texts | null>(null);

/** Gives the texts to everything below. */
export function TextsProvider({ children }: { children: ReactNode }): ReactNode {
  const { t, i18n } = useTranslation();
  const language = i18n.language === 'zh' ? 'zh' : 'en';
  const texts = useMemo(() => ({ t, language }) as const, [t, language]);
  return <TextsContext value={texts}>{children}</TextsContext>;
}

/**
 * The texts as everything has them. For what is drawn by the hundred, as cells of tables are: each `useTranslation`
 * copies the whole of i18next when it is mounted.
 */
export function useTexts(): Texts {
  const texts = useContext(TextsContext);
  if (!texts) throw new Error('there are no texts outside of their provider');
  return texts;
}
