import type { GridApi, IRowNode } from 'ag-grid-community';
import { type AlarmRow, isFoldable } from '../../../data/alarm-row.js';

type Api = GridApi<AlarmRow>;

/** The row that the keyboard is at: the marked one; where that has gone, what stands in its place. */
export function currentRow(api: Api): IRowNode<AlarmRow> | undefined {
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
  markFocusedRow(api);
}

/** Marks the row that has the focus at this moment; the grid tells of a focus later, when keys may have moved it on. */
export function markFocusedRow(api: Api): AlarmRow | undefined {
  const focused = api.getFocusedCell();
  const row = focused ? api.getDisplayedRowAtIndex(focused.rowIndex) : undefined;
  row?.setSelected(true, true);
  return row?.data;
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
  const id = currentRow(api)?.data?.alarm.id;
  if (id !== undefined) open(id);
}

/** Marks a row and brings it into view; false while it is not there. */
export function showRow(api: Api, key: string): boolean {
  const row = api.getRowNode(key);
  if (!row || row.rowIndex === null) return false;
  if (row.isSelected()) return true;
  row.setSelected(true, true);
  api.ensureIndexVisible(row.rowIndex);
  return true;
}

/** Whether a row of the alarm is marked already, of however many it has. */
export function isMarked(api: Api, id: string): boolean {
  return api.getSelectedNodes()[0]?.data?.alarm.id === id;
}

/**
 * Unfolds or folds the current row as the arrows do in a tree: to the right opens it; to the left closes it,
 * or goes from a symptom to its root. False where there is nothing to do, so that the arrow may do what it else does.
 */
export function turnRow(
  api: Api,
  to: 'right' | 'left',
  unfold: (id: string, unfolded: boolean) => void,
): boolean {
  const row = currentRow(api)?.data;
  if (!row) return false;
  if (row.below !== null) return to === 'left' && goToKey(api, row.below.id);
  if (!isFoldable(row) || row.unfolded === (to === 'right')) return false;
  unfold(row.alarm.id, to === 'right');
  return true;
}

function goToKey(api: Api, key: string): boolean {
  const index = api.getRowNode(key)?.rowIndex;
  if (index === null || index === undefined) return false;
  goTo(api, index);
  return true;
}
