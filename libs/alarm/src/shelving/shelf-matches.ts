import type { Alarm } from '../alarm.js';
import type { ShelfMatch } from './shelf.js';

/** What of an alarm a shelf goes by. */
export type Shelvable = Pick<Alarm, 'ne' | 'object' | 'alarmId' | 'severity'>;

/** Whether a shelf hides an alarm of an NE in that subnet. */
export function shelfMatches(match: ShelfMatch, alarm: Shelvable, subnet: string | undefined): boolean {
  return (
    (match.ne === undefined || match.ne === alarm.ne) &&
    (match.object === undefined || match.object === alarm.object) &&
    (match.alarmId === undefined || match.alarmId.includes(alarm.alarmId)) &&
    (match.severity === undefined || match.severity.includes(alarm.severity)) &&
    (match.subnet === undefined || match.subnet === subnet)
  );
}
