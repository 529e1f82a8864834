import type { AlarmResource } from '@omc/api';
import type { GridApi } from 'ag-grid-community';
import { type Ref, useImperativeHandle } from 'react';
import { forgetColumns } from '../../../components/column-memory.js';
import type { Picks } from '../../../data/picks.js';
import type { ViewColumn } from '../../../data/saved-view.js';
import { COLUMNS_KEY, columnsOf, showColumns } from './grid-columns.js';
import type { ListRows } from './list-rows.js';
import type { TableRow } from './table-row.js';
import type { Folding } from './use-cause-rows.js';

/** What the rest of the page may ask of the table. */
export interface AlarmTableHandle {
  readonly focus: () => void;
  readonly move: (by: number) => void;
  /** Unfolds or folds the current row; false where there is nothing to unfold or fold. */
  readonly turn: (to: 'right' | 'left') => boolean;
  readonly openCurrent: () => void;
  /** The alarm of the row that the keyboard is at. */
  readonly current: () => AlarmResource | undefined;
  /** Picks the current row, or no longer. */
  readonly pickCurrent: () => void;
  readonly visibleColumns: () => string[];
  readonly showColumn: (id: string, shown: boolean) => void;
  readonly resetColumns: () => void;
  /** The columns as they stand, from the left. */
  readonly columns: () => ViewColumn[];
  /** Puts the columns as a saved view has them; where it has none, as they are at first. */
  readonly showColumns: (columns: readonly ViewColumn[]) => void;
}

/** Lets the rest of the page ask the table. */
export function useTableHandle(
  ref: Ref<AlarmTableHandle>,
  api: GridApi<TableRow> | null,
  list: ListRows | null,
  onOpen: (id: string) => void,
  { unfold }: Folding,
  picks: Picks,
): void {
  useImperativeHandle(
    ref,
    () => ({
      focus: () => list?.cursor.focus(),
      move: (by) => list?.cursor.move(by),
      turn: (to) => list?.cursor.turn(to, unfold) ?? false,
      openCurrent: () => {
        const alarm = list?.cursor.current()?.alarm;
        if (alarm) onOpen(alarm.id);
      },
      current: () => list?.cursor.current()?.alarm,
      pickCurrent: () => {
        const alarm = list?.cursor.current()?.alarm;
        if (alarm) picks.toggle(alarm.id);
      },
      visibleColumns: () => api?.getAllDisplayedColumns().map((column) => column.getColId()) ?? [],
      showColumn: (id, shown) => api?.setColumnsVisible([id], shown),
      resetColumns: () => api && forgetColumns(api, COLUMNS_KEY),
      columns: () => (api ? columnsOf(api) : []),
      showColumns: (columns) => api && showColumns(api, columns),
    }),
    [api, list, onOpen, unfold, picks],
  );
}
