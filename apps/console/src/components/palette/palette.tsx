import { type KeyboardEvent, type ReactNode, useId, useLayoutEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaletteItem } from '../../data/palette-items.js';
import { reasonOf } from '../../data/reason-of.js';
import { runMml } from '../../data/use-mml.js';
import { useLanguage } from '../../i18n/use-language.js';
import { Dialog } from '../dialog.js';
import { usePaletteItems } from './use-palette-items.js';

/** What a command answered. */
interface Report {
  readonly text: string;
  readonly ok: boolean;
}

interface PaletteProps {
  /** What was typed before the palette was there. */
  readonly typed: { readonly current: string };
  readonly onClose: () => void;
}

/** Goes anywhere and does anything by its name; runs MML commands, too. */
export default function Palette({ typed, onClose }: PaletteProps): ReactNode {
  const { t } = useTranslation();
  const list = useId();
  const language = useLanguage();
  const [text, setText] = useState('');
  useLayoutEffect(() => setText(typed.current), [typed]);
  const [at, setAt] = useState(0);
  const [report, setReport] = useState<Report | 'busy' | null>(null);
  const write = (next: string) => {
    setText(next);
    setAt(0);
  };
  const items = usePaletteItems(text, {
    write,
    runMml: (command) => {
      setReport('busy');
      runMml(command, language).then(
        ({ report: said, retcode }) => setReport({ text: said, ok: retcode === 0 }),
        (error: Error) => setReport({ text: reasonOf(error, t), ok: false }),
      );
    },
    leave: (then) => {
      onClose();
      // The dialog gives the focus back first.
      setTimeout(then);
    },
  });
  const current = Math.min(at, items.length - 1);
  const press = (event: KeyboardEvent) => {
    const steps = { ArrowDown: 1, ArrowUp: -1 } as const;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp')
      setAt((current + steps[event.key] + items.length) % Math.max(1, items.length));
    else if (event.key === 'Enter') runItem(items[current]);
    else return;
    event.preventDefault();
  };
  return (
    <Dialog title={t('palette.title')} className="palette" onClose={onClose}>
      <input
        className="field"
        role="combobox"
        aria-label={t('palette.label')}
        aria-expanded={items.length > 0}
        aria-controls={list}
        aria-activedescendant={items[current] ? `${list}-${current}` : undefined}
        placeholder={t('palette.placeholder')}
        autoComplete="off"
        spellCheck={false}
        maxLength={4096}
        value={text}
        onChange={({ target }) => write(target.value)}
        onKeyDown={press}
      />
      <div id={list} className="palette-list" role="listbox" aria-label={t('palette.label')}>
        {items.map((item, place) => (
          <Line key={item.id} id={`${list}-${place}`} item={item} current={place === current} />
        ))}
      </div>
      {items.length === 0 && <p className="facet-hint">{t('palette.none')}</p>}
      <div role="log" aria-live="polite">
        {report === 'busy' && <p className="facet-hint">{t('app.loading')}</p>}
        {report !== null && report !== 'busy' && (
          <pre className={report.ok ? 'report' : 'report report-bad'}>{report.text}</pre>
        )}
      </div>
    </Dialog>
  );
}

function runItem(item: PaletteItem | undefined): void {
  if (item && !item.disabled) item.run();
}

interface LineProps {
  readonly id: string;
  readonly item: PaletteItem;
  readonly current: boolean;
}

function Line({ id, item, current }: LineProps): ReactNode {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      id={id}
      ref={(line) => {
        if (current) line?.scrollIntoView({ block: 'nearest' });
      }}
      className="palette-line"
      role="option"
      tabIndex={-1}
      aria-selected={current}
      aria-disabled={item.disabled ?? false}
      onClick={() => runItem(item)}
    >
      <span className="palette-kind">{t(`palette.kind-${item.kind}`)}</span>
      <span>{item.name}</span>
      {item.hint && <small>{item.hint}</small>}
    </button>
  );
}
