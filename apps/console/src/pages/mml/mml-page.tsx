import { CodeOutlined } from '@ant-design/icons';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.js';
import { Notice } from '../../components/notice.js';
import { CommandLine } from './command-line.js';
import { useTerminal } from './use-terminal.js';
import './mml.css';

const examples = ['LST ALMAF: CNT=10;', 'LST ALMFILTER:;', 'LST NE:;', 'HLP:;'];

/** A terminal for MML commands, with the rights of who is signed in. */
export default function MmlPage({ user }: { user: string }): ReactNode {
  const { t } = useTranslation();
  const { answers, busy, run, clear } = useTerminal();
  const end = useRef<HTMLDivElement>(null);
  const last = answers.at(-1)?.key;
  useEffect(() => {
    if (last !== undefined) end.current?.scrollIntoView({ block: 'end' });
  }, [last]);
  return (
    <div className="page">
      <div className="page-bar">
        <h1>{t('mml.title')}</h1>
        <span className="shown-count">{t('mml.as', { user })}</span>
        <span className="header-gap" />
        <Button disabled={answers.length === 0} onClick={clear}>
          {t('mml.clear')}
        </Button>
      </div>
      <section
        className="terminal"
        aria-label={t('mml.answers')}
        // Answers longer than the screen are scrolled by the keyboard, too.
        tabIndex={answers.length > 0 ? 0 : undefined}
      >
        {answers.length === 0 && <Hint onRun={run} />}
        <div role="log" aria-live="polite">
          {answers.map(({ key, text, ok }) => (
            <pre key={key} className={ok ? 'report' : 'report report-bad'}>
              {text}
            </pre>
          ))}
        </div>
        <div ref={end} />
      </section>
      <CommandLine busy={busy} onRun={run} />
    </div>
  );
}

function Hint({ onRun }: { onRun: (line: string) => void }): ReactNode {
  const { t } = useTranslation();
  return (
    <Notice icon={<CodeOutlined />} title={t('mml.empty')} hint={t('mml.emptyHint')}>
      <span className="examples">
        {examples.map((line) => (
          <Button key={line} onClick={() => onRun(line)}>
            <code>{line}</code>
          </Button>
        ))}
      </span>
    </Notice>
  );
}
