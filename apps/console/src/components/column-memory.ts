import type { ColumnState, GridApi } from 'ag-grid-community';

/** Puts a table's columns as the user left them at the last visit; what cannot be read counts as never left. */
export function restoreColumns<Row>(api: GridApi<Row>, key: string): void {
  const state = readColumns(localStorage.getItem(key));
  if (state.length > 0) api.applyColumnState({ state, applyOrder: true });
}

/** Remembers order, width, visibility and sorting of a table's columns. */
export function rememberColumns<Row>(api: GridApi<Row>, key: string): void {
  localStorage.setItem(key, JSON.stringify(api.getColumnState()));
}

/** Puts a table's columns as they are at first, and forgets the rest. */
export function forgetColumns<Row>(api: GridApi<Row>, key: string): void {
  api.resetColumnState();
  localStorage.removeItem(key);
}

/** What was remembered, so far as it is column states; anything else is an empty list. */
function readColumns(text: string | null): ColumnState[] {
  if (text === null) return [];
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value.filter(isColumnState) : [];
  } catch (error) {
    console.warn('the remembered columns cannot be read', error);
    return [];
  }
}

function isColumnState(value: unknown): value is ColumnState {
  return typeof value === 'object' && value !== null && 'colId' in value && typeof value.colId === 'string';
}
