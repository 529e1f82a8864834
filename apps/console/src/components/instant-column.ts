import type { ColDef } from 'ag-grid-community';
import { formatLocal, formatWithOffset } from '../data/instants.js';

/** A column of instants: short in the cell, with milliseconds and offset on hover. */
export function instantColumn<Row>(
  colId: string,
  headerName: string,
  pick: (row: Row) => string | null | undefined,
): ColDef<Row> {
  return {
    colId,
    headerName,
    initialWidth: 160,
    sortingOrder: ['desc', 'asc'],
    valueGetter: ({ data }) => data && pick(data),
    valueFormatter: ({ value }) => (value ? formatLocal(Date.parse(value)) : '–'),
    tooltipValueGetter: ({ value }) => (value ? formatWithOffset(Date.parse(value)) : ''),
  };
}
