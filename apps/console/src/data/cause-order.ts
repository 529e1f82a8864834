import type { AlarmResource } from '@omc/api';
import type { AlarmRow } from './alarm-row.js';

/** Says which of two alarms comes first upwards: less than, equal to or greater than 0. */
export type AlarmOrder = (a: AlarmResource, b: AlarmResource) => number;

/** The order of what `read` takes out of an alarm. */
export function orderOf(read: (alarm: AlarmResource) => string | number | null): AlarmOrder {
  return (a, b) => order(read(a) ?? '', read(b) ?? '');
}

/**
 * Compares two rows so that symptoms keep the place of the root below which they stand, whatever the direction:
 * roots among each other, then the symptoms of one root among each other; what ties, the newest first.
 */
export function compareRows(a: AlarmRow, b: AlarmRow, by: AlarmOrder, descending: boolean): number {
  const top = compareAlarms(a.below ?? a.alarm, b.below ?? b.alarm, by, descending);
  if (top !== 0) return top;
  const fixed = descending ? -1 : 1;
  if (a.below === null || b.below === null)
    return fixed * (Number(a.below !== null) - Number(b.below !== null));
  return compareAlarms(a.alarm, b.alarm, by, descending);
}

function compareAlarms(a: AlarmResource, b: AlarmResource, by: AlarmOrder, descending: boolean): number {
  if (a.id === b.id) return 0;
  return by(a, b) || (descending ? -1 : 1) * (order(b.raisedAt, a.raisedAt) || order(a.id, b.id));
}

function order<Value extends string | number>(a: Value, b: Value): number {
  return a < b ? -1 : Number(a > b);
}
