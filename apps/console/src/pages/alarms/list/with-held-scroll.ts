import type { GridApi } from 'ag-grid-community';

/**
 * Changes the rows of a table without moving those that are being read: where the list is scrolled down,
 * its first visible row stays where it is, however many come in above it.
 */
export function withHeldScroll<Row>(
  api: GridApi<Row>,
  frame: HTMLElement | null,
  change: () => unknown,
): void {
  const viewport = frame?.querySelector('.ag-grid-viewport');
  const top = viewport?.scrollTop ?? 0;
  const anchor = top > 0 ? rowAt(api, top) : undefined;
  const before = anchor?.rowTop ?? 0;
  change();
  const after = anchor?.rowTop;
  if (viewport && typeof after === 'number' && after !== before) viewport.scrollTop = top + after - before;
}

function rowAt<Row>(api: GridApi<Row>, pixel: number) {
  const first = api.getDisplayedRowAtIndex(0);
  const height = first?.rowHeight ?? 0;
  return height > 0 ? api.getDisplayedRowAtIndex(Math.floor(pixel / height)) : undefined;
}
