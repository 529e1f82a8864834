import type { AlarmResource } from '@omc/api';
import type { GridApi, IRowNode } from 'ag-grid-community';

type Api = GridApi<AlarmResource>;

/** The row that the keyboard is at: the marked one; where that has gone, what stands in its place. */
function currentRow(api: Api): IRowNode<AlarmResource> | undefined {
  const marked = api.getSelectedNodes()[0];
  if (marked && marked.rowIndex !== null) return marked;
  const focused = api.getFocusedCell();
  return focused ? api.getDisplayedRowAtIndex(focused.rowIndex) : undefined;
}

/** Brings the focus back to the marked row after rows came in above it: the grid keeps it at a place, not at a row. */
export function holdFocus(api: Api): void {
  const focused = api.getFocusedCell();
  const at = api.getSelectedNodes()[0]?.rowIndex;
  const isInTable = document.activeElement?.closest('[role="gridcell"]');
  if (!focused || !isInTable || typeof at !== 'number' || at === focused.rowIndex) return;
  api.setFocusedCell(at, focused.column);
}

function goTo(api: Api, index: number): void {
  const column = api.getFocusedCell()?.column ?? api.getAllDisplayedColumns()[0];
  if (!column) return;
  api.ensureIndexVisible(index);
  api.setFocusedCell(index, column);
}

/** Gives the keyboard to the table, at the current row or else the first. */
export function focusRow(api: Api): void {
  if (api.getDisplayedRowCount() > 0) goTo(api, currentRow(api)?.rowIndex ?? 0);
}

/** Goes one row up or down; from nowhere to the first row. */
export function moveRow(api: Api, by: 1 | -1): void {
  const last = api.getDisplayedRowCount() - 1;
  if (last < 0) return;
  const now = currentRow(api)?.rowIndex;
  goTo(api, now === null || now === undefined ? 0 : Math.min(last, Math.max(0, now + by)));
}

/** Opens the current row, if there is one. */
export function openCurrentRow(api: Api, open: (id: string) => void): void {
  const id = currentRow(api)?.data?.id;
  if (id !== undefined) open(id);
}

/** Marks the row of an alarm and brings it into view; false while it is not there. */
export function showRow(api: Api, id: string): boolean {
  const row = api.getRowNode(id);
  if (!row || row.rowIndex === null) return false;
  if (row.isSelected()) return true;
  row.setSelected(true, true);
  api.ensureIndexVisible(row.rowIndex);
  return true;
}
