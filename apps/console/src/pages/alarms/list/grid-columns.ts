import type { GridApi } from 'ag-grid-community';
import type { ViewColumn } from '../../../data/saved-view.js';
import type { TableRow } from './table-row.js';

type Api = GridApi<TableRow>;

/** Under which name the columns are remembered. */
export const COLUMNS_KEY = 'omc.columns.alarms-by-cause';

/** The column by which alarms are picked. */
export const PICK_COLUMN = 'pick';

/** How the list is sorted where nothing says otherwise. */
export const NEWEST_FIRST = '-raisedAt';

/** By which column the table is sorted, as an address has it; null: the newest first. */
export function sortOf(api: Api): string | null {
  const sorted = api.getColumnState().find(({ sort }) => sort);
  const text = sorted ? `${sorted.sort === 'desc' ? '-' : ''}${sorted.colId}` : NEWEST_FIRST;
  return text === NEWEST_FIRST ? null : text;
}

/** The table's columns as a saved view keeps them. */
export function columnsOf(api: Api): ViewColumn[] {
  const own = api.getColumnState().filter(({ colId }) => colId !== PICK_COLUMN);
  return own.map(({ colId, width, flex, hide }) => ({
    id: colId,
    width: typeof width !== 'number' || flex ? null : Math.round(width),
    hidden: hide ?? false,
  }));
}

/** Puts the table's columns as a saved view has them; where it has none, as they are at first. */
export function showColumns(api: Api, columns: readonly ViewColumn[]): void {
  if (columns.length === 0) {
    const sorted = api.getColumnState().flatMap(({ colId, sort }) => (sort ? [{ colId, sort }] : []));
    api.resetColumnState();
    api.applyColumnState({ state: sorted, defaultState: { sort: null } });
    return;
  }
  api.applyColumnState({
    state: columns.map(({ id, width, hidden }) => ({
      colId: id,
      hide: hidden,
      ...(width === null ? {} : { width, flex: null }),
    })),
    applyOrder: true,
  });
}

/** Sorts by time where what was remembered names no order. */
export function keepSorted(api: Api): void {
  if (!api.getColumnState().some(({ sort }) => sort))
    api.applyColumnState({ state: [{ colId: 'raisedAt', sort: 'desc' }] });
}
