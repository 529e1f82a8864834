import type { Alarm } from './alarm.js';

/** Where an active alarm is kept as it is now; empty while there is none. */
export interface AlarmHolder {
  alarm: Alarm | undefined;
}
