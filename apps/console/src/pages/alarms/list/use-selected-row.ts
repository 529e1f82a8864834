import { useEffect } from 'react';
import { useLive } from '../../../data/live-context.js';
import type { ListRows } from './list-rows.js';
import type { Folding } from './use-cause-rows.js';

/** Marks the row of the alarm whose details are open, as soon as it is there. */
export function useSelectedRow(list: ListRows | null, selected: string | null, { reveal }: Folding): void {
  const live = useLive();
  useEffect(() => {
    if (!list || selected === null) return undefined;
    const find = () => {
      const key = list.cursor.isAt(selected) ? null : reveal(selected);
      return key === null || (key !== undefined && list.cursor.show(key));
    };
    if (find()) return undefined;
    const leave = live.deltaListeners.add(() => {
      if (find()) leave();
    });
    return leave;
  }, [list, live, selected, reveal]);
}
