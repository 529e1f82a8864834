import type { GridApi } from 'ag-grid-community';
import { useMemo, useRef } from 'react';
import type { AlarmRow } from '../../../data/alarm-row.js';
import type { Picks } from '../../../data/picks.js';
import type { Folding } from './use-cause-rows.js';

/** What cells of the list may ask for. */
export interface ListContext extends Folding {
  readonly picks: Picks;
  /** Picks the alarm of a row, or no longer; `through`: with all between it and the last one that was picked. */
  readonly pick: (key: string, picked: boolean, through: boolean) => void;
}

/** Puts together what cells may ask for. */
export function useListContext(api: GridApi<AlarmRow> | null, folding: Folding, picks: Picks): ListContext {
  const last = useRef<string | null>(null);
  return useMemo(() => {
    const pick = (key: string, picked: boolean, through: boolean) => {
      const from = through ? last.current : null;
      last.current = key;
      picks.put(api ? idsBetween(api, from ?? key, key) : [], picked);
    };
    return { ...folding, picks, pick };
  }, [api, folding, picks]);
}

/** The alarms of the rows from one to another, both included; of the second alone where the first has gone. */
function idsBetween(api: GridApi<AlarmRow>, from: string, to: string): string[] {
  const end = api.getRowNode(to)?.rowIndex ?? -1;
  const begin = api.getRowNode(from)?.rowIndex ?? end;
  const ids: string[] = [];
  for (let at = Math.min(begin, end); at <= Math.max(begin, end); at += 1) {
    const row = api.getDisplayedRowAtIndex(at)?.data;
    if (row) ids.push(row.alarm.id);
  }
  return ids;
}
