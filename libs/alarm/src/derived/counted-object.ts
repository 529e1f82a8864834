import { NETWORK } from '../names.js';
import type { CountScope } from './type-counts.js';

/** What an alarm on the number of alarms of one type counts. */
export interface Counted {
  readonly scope: CountScope;
  readonly alarmId: number;
}

const OBJECT = /^(?:(.+),)?AlarmType=(\d+)$/su;

/** The object on which that alarm is raised: `AlarmType=25952` of the NE, `Subnet=1,AlarmType=25952` of `network`. */
export function objectOfCount({ scope, alarmId }: Counted): { readonly ne: string; readonly object: string } {
  return 'ne' in scope
    ? { ne: scope.ne, object: `AlarmType=${alarmId}` }
    : { ne: NETWORK, object: `${scope.subnet},AlarmType=${alarmId}` };
}

/** What the alarm on such an object counts; undefined for any other object. */
export function countOfObject(ne: string, object: string): Counted | undefined {
  const [matches, subnet, alarmId] = OBJECT.exec(object) ?? [];
  if (matches === undefined || (subnet === undefined) === (ne === NETWORK)) return undefined;
  return { scope: subnet === undefined ? { ne } : { subnet }, alarmId: Number(alarmId) };
}
