import type { GridApi } from 'ag-grid-community';
import { useEffect, useRef } from 'react';
import { NEWEST_FIRST, sortOf } from './grid-columns.js';
import type { TableRow } from './table-row.js';

/** The address says how the list is sorted. */
export function useUrlSort(api: GridApi<TableRow> | null, sort: string | null): void {
  const first = useRef(true);
  useEffect(() => {
    if (!api) return;
    // Where an address says nothing, the first sorting is the one that was remembered.
    const isFirst = first.current;
    first.current = false;
    if ((isFirst && sort === null) || sort === sortOf(api)) return;
    const colId = (sort ?? NEWEST_FIRST).replace(/^-/, '');
    if (!api.getColumn(colId)) return;
    const direction = (sort ?? NEWEST_FIRST).startsWith('-') ? 'desc' : 'asc';
    api.applyColumnState({ state: [{ colId, sort: direction }], defaultState: { sort: null } });
  }, [api, sort]);
}
