import type { AlarmResource } from '@omc/api';
import type { AlarmRow } from './alarm-row.js';

/** How rows stand: by what is read out of their alarms, upwards or downwards. */
export interface RowOrder {
  readonly read: (alarm: AlarmResource) => string | number | null;
  readonly descending: boolean;
}

/** Rows as an alarm list has them where nobody sorts. */
export const newestFirst: RowOrder = { read: ({ raisedAt }) => raisedAt, descending: true };

/** A row with what it is sorted by, which is read once however often the row is compared. */
interface Keyed {
  readonly row: AlarmRow;
  readonly top: string | number;
  readonly own: string | number;
}

/** A row, ready to be compared with others. */
export function keyed(row: AlarmRow, { read }: RowOrder): Keyed {
  const own = read(row.alarm) ?? '';
  return { row, own, top: row.below === null ? own : (read(row.below) ?? '') };
}

/**
 * Says which of two rows comes first: less than, equal to or greater than 0; 0 only for a row and itself. Symptoms keep
 * the place of the root below which they stand, whatever the direction: roots among each other, then the symptoms of one
 * root among each other; what ties, the newest first.
 */
export function compareKeyed(a: Keyed, b: Keyed, descending: boolean): number {
  const { row: one } = a;
  const { row: other } = b;
  return (
    compareAlarms(one.below ?? one.alarm, other.below ?? other.alarm, a.top, b.top, descending) ||
    Number(one.below !== null) - Number(other.below !== null) ||
    compareAlarms(one.alarm, other.alarm, a.own, b.own, descending)
  );
}

function compareAlarms(
  a: AlarmResource,
  b: AlarmResource,
  keyA: string | number,
  keyB: string | number,
  descending: boolean,
): number {
  if (a.id === b.id) return 0;
  const byKey = compare(keyA, keyB);
  return (descending ? -byKey : byKey) || compare(b.raisedAt, a.raisedAt) || compare(a.id, b.id);
}

function compare<Value extends string | number>(a: Value, b: Value): number {
  return a < b ? -1 : Number(a > b);
}

/** Rows in an order. */
export function sortedRows(rows: readonly AlarmRow[], order: RowOrder): AlarmRow[] {
  return rows
    .map((row) => keyed(row, order))
    .sort((a, b) => compareKeyed(a, b, order.descending))
    .map(({ row }) => row);
}
