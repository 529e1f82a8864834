import type { GridApi } from 'ag-grid-community';
import { type RefObject, useEffect, useMemo, useRef } from 'react';
import type { AlarmRow } from '../../../data/alarm-row.js';
import type { RowDelta } from '../../../data/alarm-rows.js';
import { CauseRows, type ListLayout } from '../../../data/cause-rows.js';
import { useLive } from '../../../data/live-context.js';
import { holdFocus } from './row-cursor.js';
import { withHeldScroll } from './with-held-scroll.js';

/** The folding of the list. */
export interface Folding {
  readonly unfold: (id: string, unfolded: boolean) => void;
  /** The key of a row of an alarm, whose root is unfolded if it must be; undefined while the alarm is not there. */
  readonly reveal: (id: string) => string | undefined;
}

/** Fills the table with the rows of a layout, then follows the alarms, once a frame. */
export function useCauseRows(
  api: GridApi<AlarmRow> | null,
  frame: RefObject<HTMLElement | null>,
  layout: ListLayout,
): Folding {
  const live = useLive();
  const unfolded = useRef(new Set<string>());
  const present = useRef<CauseRows | null>(null);
  useEffect(() => {
    if (!api) return undefined;
    live.flush();
    const rows = new CauseRows(layout, unfolded.current);
    rows.follow({ add: live.rows.shown(), update: [], remove: [] });
    present.current = rows;
    api.setGridOption('rowData', rows.rows());
    return live.deltaListeners.add((delta) => show(api, frame.current, rows.follow(delta)));
  }, [api, live, frame, layout]);
  return useMemo(() => {
    const unfold = (id: string, open: boolean) => {
      if (api && present.current) show(api, frame.current, present.current.unfold(id, open));
    };
    const reveal = (id: string) => {
      const root = present.current?.hiddenBelow(id) ?? null;
      if (root !== null) unfold(root, true);
      return present.current?.keyOf(id);
    };
    return { unfold, reveal };
  }, [api, frame]);
}

function show(
  api: GridApi<AlarmRow>,
  frame: HTMLElement | null,
  { add, update, remove }: RowDelta<AlarmRow>,
): void {
  if (add.length + update.length + remove.length === 0) return;
  withHeldScroll(api, frame, () =>
    api.applyTransaction({ add: [...add], update: [...update], remove: [...remove] }),
  );
  holdFocus(api);
}
