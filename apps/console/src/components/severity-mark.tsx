import type { ReactNode } from 'react';
import { type Mark, markLetters } from '../data/severity.js';
import { useTexts } from '../i18n/texts-context.js';

/** One shape for each mark, so that it is told apart without its colour. */
const shapes: Readonly<Record<Mark, string>> = {
  critical: 'M4.7 1h6.6L15 4.7v6.6L11.3 15H4.7L1 11.3V4.7z',
  major: 'M8 1l7.5 13.5H.5z',
  minor: 'M8 .7L15.3 8 8 15.3.7 8z',
  warning: 'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1z',
  indeterminate: 'M1.5 1.5h13v13h-13z',
  cleared: 'M6.2 14L.6 8.4l2.2-2.2 3.4 3.4 7-7 2.2 2.2z',
};

/** The shape of a severity, in its colour. */
export function SeverityShape({ mark }: { mark: Mark }): ReactNode {
  return (
    <svg className={`shape mark-${mark}`} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={shapes[mark]} />
    </svg>
  );
}

/** A severity as shape, letter and, unless `brief`, word. */
export function SeverityMark({ mark, brief = false }: { mark: Mark; brief?: boolean }): ReactNode {
  const { t } = useTexts();
  const word = t(`severity.${mark}`);
  return (
    <span className="severity" title={brief ? word : undefined}>
      <SeverityShape mark={mark} />
      <b className="severity-letter" aria-hidden="true">
        {markLetters[mark]}
      </b>
      <span className={brief ? 'unseen' : undefined}>{word}</span>
    </span>
  );
}
