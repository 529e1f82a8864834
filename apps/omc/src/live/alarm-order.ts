import { type Alarm, modelSeverity } from '@omc/alarm';
import type { AlarmSort } from '@omc/api';

/** Negative where the first of two alarms comes before the second. */
export type AlarmOrder = (a: Alarm, b: Alarm) => number;

const RANKS: Readonly<Record<string, (alarm: Alarm) => number | string>> = {
  raisedAt: (alarm) => alarm.raisedAt,
  faultAt: (alarm) => alarm.faultAt,
  // What is not cleared yet will be cleared later than everything that is.
  clearedAt: (alarm) => alarm.clearedAt ?? Number.POSITIVE_INFINITY,
  severity: (alarm) => modelSeverity[alarm.severity],
  ne: (alarm) => alarm.ne,
  alarmId: (alarm) => alarm.alarmId,
};

/** The order of a sort, as the list's query has it: by the value, and by the id among equals, both one way. */
export function orderOf(sort: AlarmSort): AlarmOrder {
  const rank = RANKS[sort.replace('-', '')];
  if (rank === undefined) throw new Error(`no order for sort ${sort}`);
  const direction = sort.startsWith('-') ? -1 : 1;
  return (a, b) => direction * (compared(rank(a), rank(b)) || compared(a.id, b.id));
}

function compared(a: number | string, b: number | string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
