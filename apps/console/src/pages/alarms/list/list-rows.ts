import type { GridApi } from 'ag-grid-community';
import type { RowOrder } from '../../../data/cause-order.js';
import { OrderedRows } from '../../../data/ordered-rows.js';
import { RowCursor } from './row-cursor.js';
import { RowPlaces } from './row-places.js';
import { RowWindow } from './row-window.js';
import type { TableRow } from './table-row.js';

/** The rows of the list behind the table: all of them, those that the table knows, and the one that the keyboard is at. */
export interface ListRows {
  readonly all: OrderedRows;
  readonly window: RowWindow;
  readonly cursor: RowCursor;
  readonly places: RowPlaces;
}

/** No rows yet, for a table and the part of it that scrolls. */
export function listRowsFor(api: GridApi<TableRow>, viewport: HTMLElement): ListRows {
  const all = new OrderedRows();
  const window = new RowWindow(api, all, viewport);
  return { all, window, cursor: new RowCursor(api, all, window), places: new RowPlaces(viewport, all) };
}

/** Changes the rows; what is in sight, and the keyboard, stay at their rows. */
export function changeRows({ window, cursor, places }: ListRows, run: () => void): void {
  window.change(run);
  cursor.hold();
  places.tell();
}

/** Shows the rows in another order, from its top. */
export function sortRows({ all, window, cursor }: ListRows, order: RowOrder): void {
  all.sortBy(order);
  window.toTop();
  cursor.hold();
}
