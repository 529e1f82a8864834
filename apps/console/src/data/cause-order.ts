import type { AlarmResource } from '@omc/api';
import type { AlarmRow } from './alarm-row.js';

/** Says which of two alarms comes first upwards: less than, equal to or greater than 0. */
export type AlarmOrder = (a: AlarmResource, b: AlarmResource) => number;

/** The order of what `read` takes out of an alarm. */
export function orderOf(read: (alarm: AlarmResource) => string | number | null): AlarmOrder {
  return (a, b) => order(read(a) ?? '', read(b) ?? '');
}

/** Says which of two rows comes first: less than, equal to or greater than 0; 0 only for a row and itself. */
export type RowOrder = (a: AlarmRow, b: AlarmRow) => number;

/**
 * The order of rows by their alarms, so that symptoms keep the place of the root below which they stand, whatever the
 * direction: roots among each other, then the symptoms of one root among each other; what ties, the newest first.
 */
export function rowOrder(by: AlarmOrder, descending: boolean): RowOrder {
  const sign = descending ? -1 : 1;
  const alarms: AlarmOrder = (a, b) =>
    a.id === b.id ? 0 : sign * by(a, b) || order(b.raisedAt, a.raisedAt) || order(a.id, b.id);
  return (a, b) =>
    alarms(a.below ?? a.alarm, b.below ?? b.alarm) ||
    Number(a.below !== null) - Number(b.below !== null) ||
    alarms(a.alarm, b.alarm);
}

/** Rows as an alarm list has them where nobody sorts: the newest first. */
export const newestFirst: RowOrder = rowOrder(() => 0, true);

function order<Value extends string | number>(a: Value, b: Value): number {
  return a < b ? -1 : Number(a > b);
}
