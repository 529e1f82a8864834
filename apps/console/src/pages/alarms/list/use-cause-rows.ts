import { useEffect, useMemo, useRef } from 'react';
import { CauseRows, type ListLayout } from '../../../data/cause-rows.js';
import { useLive } from '../../../data/live-context.js';
import { changeRows, type ListRows } from './list-rows.js';

/** The folding of the list. */
export interface Folding {
  readonly unfold: (id: string, unfolded: boolean) => void;
  /** The key of a row of an alarm, whose root is unfolded if it must be; undefined while the alarm is not there. */
  readonly reveal: (id: string) => string | undefined;
}

/** Fills the list with the rows of a layout, then follows the alarms, once a frame. */
export function useCauseRows(list: ListRows | null, layout: ListLayout): Folding {
  const live = useLive();
  const unfolded = useRef(new Set<string>());
  const present = useRef<CauseRows | null>(null);
  useEffect(() => {
    if (!list) return undefined;
    live.flush();
    const rows = new CauseRows(layout, unfolded.current);
    rows.follow({ add: live.rows.shown(), update: [], remove: [] });
    present.current = rows;
    changeRows(list, () => list.all.fill(rows.rows()));
    return live.deltaListeners.add((delta) => changeRows(list, () => list.all.follow(rows.follow(delta))));
  }, [list, live, layout]);
  return useMemo(() => {
    const unfold = (id: string, open: boolean) => {
      const rows = present.current;
      if (list && rows) changeRows(list, () => list.all.follow(rows.unfold(id, open)));
    };
    const reveal = (id: string) => {
      const root = present.current?.hiddenBelow(id) ?? null;
      if (root !== null) unfold(root, true);
      return present.current?.keyOf(id);
    };
    return { unfold, reveal };
  }, [list]);
}
