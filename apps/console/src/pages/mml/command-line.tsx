import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.js';
import { enter, historyOf, type LineHistory, recall, shownLine } from '../../data/line-history.js';
import { type Suggestion, suggest } from '../../data/mml-completion.js';
import { useMmlWords } from '../../data/use-mml.js';

const KEY = 'omc.mml.history';

function remembered(): LineHistory {
  try {
    const lines: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? '[]');
    return historyOf(Array.isArray(lines) ? lines.filter((line) => typeof line === 'string') : []);
  } catch (error) {
    console.warn('the remembered commands cannot be read', error);
    return historyOf([]);
  }
}

interface CommandLineProps {
  readonly busy: boolean;
  readonly onRun: (line: string) => void;
}

/** The line on which commands are written: Tab completes, the arrows go through what was entered before. */
export function CommandLine({ busy, onRun }: CommandLineProps): ReactNode {
  const { t } = useTranslation();
  const list = useId();
  const [line, setLine] = useState('');
  const [history, setHistory] = useState(remembered);
  const [hushed, setHushed] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const words = useMmlWords(line);
  const suggestions = hushed ? [] : suggest(line, words);
  const write = (text: string) => {
    setLine(text);
    setHushed(false);
  };
  const run = () => {
    const command = line.trim();
    if (command === '' || busy) return;
    const full = command.endsWith(';') ? command : `${command.includes(':') ? command : `${command}:`};`;
    const next = enter(history, full);
    setHistory(next);
    // Passwords are not to stay in the browser.
    sessionStorage.setItem(KEY, JSON.stringify(next.lines.filter((each) => !/P(AS)?SW?D/i.test(each))));
    write('');
    onRun(full);
  };
  const go = (by: -1 | 1) => {
    const next = recall(history, line, by);
    setHistory(next);
    setLine(shownLine(next));
    setHushed(true);
  };
  const press = (event: KeyboardEvent) => {
    const act = keyAction(event, { suggestions, run, go, write, hush: () => setHushed(true) });
    if (!act) return;
    event.preventDefault();
    act();
  };
  return (
    <div className="command-line">
      <Suggestions
        id={list}
        suggestions={suggestions}
        onTake={(text) => {
          write(text);
          input.current?.focus();
        }}
      />
      <span className="prompt" aria-hidden="true">
        MML&gt;
      </span>
      <input
        ref={input}
        className="field"
        aria-label={t('mml.command')}
        aria-describedby={list}
        placeholder={t('mml.placeholder')}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        maxLength={65_536}
        value={line}
        onChange={({ target }) => write(target.value)}
        onKeyDown={press}
      />
      <Button look="strong" disabled={busy || line.trim() === ''} onClick={run}>
        {t('mml.run')}
      </Button>
    </div>
  );
}

interface LineActions {
  readonly suggestions: readonly Suggestion[];
  readonly run: () => void;
  readonly go: (by: -1 | 1) => void;
  readonly write: (line: string) => void;
  readonly hush: () => void;
}

function keyAction(event: KeyboardEvent, actions: LineActions): (() => void) | undefined {
  const [first] = actions.suggestions;
  if (event.key === 'Enter') return actions.run;
  if (event.key === 'ArrowUp') return () => actions.go(-1);
  if (event.key === 'ArrowDown') return () => actions.go(1);
  // Where there is nothing to complete, and after Esc, Tab goes on to the next control.
  if (event.key === 'Tab' && !event.shiftKey && first) return () => actions.write(first.line);
  if (event.key === 'Escape' && first) return actions.hush;
  return undefined;
}

interface SuggestionsProps {
  readonly id: string;
  readonly suggestions: readonly Suggestion[];
  readonly onTake: (line: string) => void;
}

function Suggestions({ id, suggestions, onTake }: SuggestionsProps): ReactNode {
  const { t } = useTranslation();
  return (
    <div id={id} className="suggestions" hidden={suggestions.length === 0}>
      <span className="suggestions-hint">{t('mml.tab')}</span>
      <ul>
        {suggestions.map(({ label, hint, line }) => (
          <li key={line}>
            <button type="button" tabIndex={-1} onClick={() => onTake(line)}>
              <code>{label}</code> <small>{hint}</small>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
