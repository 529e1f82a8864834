import { useMemo, useRef } from 'react';
import type { Picks } from '../../../data/picks.js';
import type { ListRows } from './list-rows.js';
import type { Folding } from './use-cause-rows.js';

/** What cells of the list may ask for. */
export interface ListContext extends Folding {
  readonly picks: Picks;
  /** Picks the alarm of a row, or no longer; `through`: with all between it and the last one that was picked. */
  readonly pick: (key: string, picked: boolean, through: boolean) => void;
  /** The ids of the first alarms of the list, at most so many. */
  readonly firstIds: (most: number) => ReadonlySet<string>;
}

/** Puts together what cells may ask for. */
export function useListContext(list: ListRows | null, folding: Folding, picks: Picks): ListContext {
  const last = useRef<string | null>(null);
  return useMemo(() => {
    const pick = (key: string, picked: boolean, through: boolean) => {
      const from = through ? last.current : null;
      last.current = key;
      picks.put(list ? idsBetween(list, from ?? key, key) : [], picked);
    };
    const firstIds = (most: number) => new Set(list?.all.slice(0, most).map(({ alarm }) => alarm.id));
    return { ...folding, picks, pick, firstIds };
  }, [list, folding, picks]);
}

/** The alarms of the rows from one to another, both included; of the second alone where the first has gone. */
function idsBetween({ all }: ListRows, from: string, to: string): string[] {
  const end = all.placeOf(to);
  if (end === undefined) return [];
  const begin = all.placeOf(from) ?? end;
  return all.slice(Math.min(begin, end), Math.max(begin, end) + 1).map(({ alarm }) => alarm.id);
}
