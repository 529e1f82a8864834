import type { Alarm } from '../alarm.js';

/** More alarms of one type than its threshold are active in an NE or subnet. */
export const MANY_OF_ONE_TYPE = 90001;
/** An object that many disconnected NEs require is suspected down. */
export const SHARED_TRANSMISSION = 90002;
/** The OMC itself is cut off from the network. */
export const CUT_OFF = 90003;
/** The OMC is short of something itself. */
export const OMC_TROUBLE = 90004;

/** Whether an alarm is one that the OMC itself derives. */
export function isDerived({ alarmId }: Pick<Alarm, 'alarmId'>): boolean {
  return (
    alarmId === MANY_OF_ONE_TYPE ||
    alarmId === SHARED_TRANSMISSION ||
    alarmId === CUT_OFF ||
    alarmId === OMC_TROUBLE
  );
}
