import { type ReactNode, Suspense, useMemo, useState } from 'react';
import { useFind } from '../data/use-find.js';
import { FrameContext } from './table-frame.js';

interface TablePageProps {
  readonly title: string;
  /** What the search field is called; a page without one has filters of its own. */
  readonly searchLabel?: string;
  /** What was just done. */
  readonly said?: string;
  /** How many rows the table shows, in words; `cut`: there are more that were not read. */
  readonly count?: (shown: number, cut: boolean) => string;
  /** Beside the search field. */
  readonly middle?: ReactNode;
  /** What can be done here. */
  readonly actions?: ReactNode;
  /** The dialog of what is being done, which may be loaded when it is first needed. */
  readonly dialog?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A page that is a table: the line above it says what it is, searches it, tells what was done and how much there is. */
export function TablePage(props: TablePageProps): ReactNode {
  const { title, searchLabel, said = '', count, className = '' } = props;
  const [find, search] = useFind();
  const [{ shown, cut }, tell] = useState<{ shown: number | null; cut: boolean }>({
    shown: null,
    cut: false,
  });
  const frame = useMemo(
    () => ({
      find: searchLabel === undefined ? '' : find,
      tell: (to: number | null, more: boolean) => tell({ shown: to, cut: more }),
    }),
    [searchLabel, find],
  );
  return (
    <div className={`page ${className}`}>
      <div className="page-bar">
        <h1>{title}</h1>
        {searchLabel !== undefined && (
          <input
            className="field"
            type="search"
            aria-label={searchLabel}
            placeholder={searchLabel}
            value={find}
            onChange={({ target }) => search(target.value)}
          />
        )}
        {props.middle}
        <span className="header-gap" />
        <output className="said">{said}</output>
        <span className="shown-count">{shown !== null && count?.(shown, cut)}</span>
        {props.actions}
      </div>
      <FrameContext value={frame}>{props.children}</FrameContext>
      <Suspense fallback={null}>{props.dialog}</Suspense>
    </div>
  );
}
