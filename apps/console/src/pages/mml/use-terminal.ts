import { useCallback, useState } from 'react';
import { runMml } from '../../data/use-mml.js';
import { useLanguage } from '../../i18n/use-language.js';

/** How many answers stay on screen. */
const MOST = 100;

/** What a command answered, or why it did not. */
export interface TerminalAnswer {
  readonly key: number;
  readonly text: string;
  readonly ok: boolean;
}

/** Runs commands one after the other, and keeps what they answered while the page is open. */
export function useTerminal() {
  const [answers, setAnswers] = useState<readonly TerminalAnswer[]>([]);
  const [busy, setBusy] = useState(false);
  const language = useLanguage();
  const add = useCallback(
    (text: string, ok: boolean) =>
      setAnswers((before) => [...before, { key: (before.at(-1)?.key ?? 0) + 1, text, ok }].slice(-MOST)),
    [],
  );
  const run = useCallback(
    async (line: string) => {
      setBusy(true);
      try {
        const { report, retcode } = await runMml(line, language);
        add(report, retcode === 0);
      } catch (error) {
        add(`%%${line}%%\n${error instanceof Error ? error.message : String(error)}`, false);
      } finally {
        setBusy(false);
      }
    },
    [add, language],
  );
  const clear = useCallback(() => setAnswers([]), []);
  return { answers, busy, run: useCallback((line: string) => void run(line), [run]), clear };
}
