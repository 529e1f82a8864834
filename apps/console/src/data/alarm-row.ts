import type { AlarmResource } from '@omc/api';
import type { Severity } from './severity.js';

/** A row of the alarm list: an alarm at the top, or a symptom below one of its roots. */
export interface AlarmRow {
  /** Names the row: a symptom with several roots has one row below each. */
  readonly key: string;
  readonly alarm: AlarmResource;
  /** The root below which the row stands; null at the top. */
  readonly below: AlarmResource | null;
  /** How many symptoms of this alarm are in the list. */
  readonly symptoms: number;
  /** The gravest severity among those. */
  readonly gravest: Severity | null;
  /** Whether those follow below this row. */
  readonly unfolded: boolean;
}

/** Whether two rows show the same. */
export function isSameRow(a: AlarmRow, b: AlarmRow): boolean {
  return (
    a.alarm === b.alarm &&
    a.below === b.below &&
    a.symptoms === b.symptoms &&
    a.gravest === b.gravest &&
    a.unfolded === b.unfolded
  );
}

/** Whether a row can be unfolded or folded. */
export function isFoldable(row: AlarmRow): boolean {
  return row.symptoms > 0;
}

/** Whether an alarm is a symptom whose roots are all missing from the list, so that it stands at the top. */
export function isOrphan({ alarm, below }: AlarmRow): boolean {
  return below === null && alarm.correlation.role === 'symptom';
}
