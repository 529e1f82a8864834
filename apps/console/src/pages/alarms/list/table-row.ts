import type { AlarmRow } from '../../../data/alarm-row.js';

/** The room of the rows above or below those that the table knows. */
export interface Gap {
  readonly key: 'above' | 'below';
  /** How many rows fit in. */
  readonly rows: number;
  readonly alarm?: never;
}

/** What the table has rows for. */
export type TableRow = AlarmRow | Gap;

/** The gap on one side, as tall as so many rows; none where there are none. */
export function gapOf(key: Gap['key'], rows: number): Gap[] {
  return rows > 0 ? [{ key, rows }] : [];
}

export function isGap(row: TableRow): row is Gap {
  return row.alarm === undefined;
}
