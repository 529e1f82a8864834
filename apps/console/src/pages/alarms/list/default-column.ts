import type { ColDef, SuppressHeaderKeyboardEventParams } from 'ag-grid-community';
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
      const isTaken = list !== null && (turns(list, event, unfold) || goFar(list, event));
      // A browser would scroll by itself, too, and not be done at once.
      if (isTaken) event.preventDefault();
      return isTaken;
    },
    suppressHeaderKeyboardEvent: (press) => list !== null && goToRows(list, press),
  };
}

function turns({ cursor }: ListRows, { key }: KeyboardEvent, unfold: Folding['unfold']): boolean {
  if (key === 'ArrowRight') return cursor.turn('right', unfold);
  return key === 'ArrowLeft' && cursor.turn('left', unfold);
}

/** From the heads to the rows, where the table would go to the first that it has, which may be a gap. */
function goToRows({ cursor }: ListRows, { event, column, api }: SuppressHeaderKeyboardEventParams): boolean {
  const columns = api.getAllDisplayedColumns();
  const goesOn = event.key === 'Tab' && !event.shiftKey && column === columns.at(-1);
  const to = event.key === 'ArrowDown' ? columns.find((one) => one === column) : goesOn && columns[0];
  if (!to) return false;
  event.preventDefault();
  return cursor.focus(to);
}

/** To the first or the last row of all, where the table would go to the last that it knows. */
function goFar({ cursor }: ListRows, { key, ctrlKey, metaKey }: KeyboardEvent): boolean {
  const isFar = ctrlKey || metaKey;
  if (key === 'Home' || (isFar && key === 'ArrowUp')) cursor.move(Number.NEGATIVE_INFINITY);
  else if (key === 'End' || (isFar && key === 'ArrowDown')) cursor.move(Number.POSITIVE_INFINITY);
  else return false;
  return true;
}
