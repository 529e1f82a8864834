import type { ColDef } from 'ag-grid-community';
import type { ListRows } from './list-rows.js';
import type { TableRow } from './table-row.js';
import type { Folding } from './use-cause-rows.js';

/** What all columns have in common: among it, that the arrows unfold and fold before they go from cell to cell. */
export function defaultColumnOf(list: ListRows | null, { unfold }: Folding): ColDef<TableRow> {
  return {
    sortable: true,
    // Never unsorted: only the order keeps symptoms below their roots.
    sortingOrder: ['asc', 'desc'],
    // The table has its rows in order, and cannot sort those that it does not know.
    comparator: () => 0,
    resizable: true,
    suppressHeaderMenuButton: true,
    minWidth: 56,
    suppressKeyboardEvent: ({ event }) => {
      if (!list) return false;
      if (event.key === 'ArrowRight') return list.cursor.turn('right', unfold);
      if (event.key === 'ArrowLeft') return list.cursor.turn('left', unfold);
      return goFar(list, event);
    },
  };
}

/** To the first or the last row of all, where the table would go to the last that it knows. */
function goFar({ cursor }: ListRows, { key, ctrlKey, metaKey }: KeyboardEvent): boolean {
  const isFar = ctrlKey || metaKey;
  if (key === 'Home' || (isFar && key === 'ArrowUp')) cursor.move(Number.NEGATIVE_INFINITY);
  else if (key === 'End' || (isFar && key === 'ArrowDown')) cursor.move(Number.POSITIVE_INFINITY);
  else return false;
  return true;
}
