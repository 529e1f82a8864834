import type { AlarmResource, AlarmTypeResource } from '@omc/api';
import type { Failure } from './object-states.js';

type TypeClass = Pick<AlarmTypeResource, 'failureClass' | 'failureClassWhen'>;
type AlarmInfo = Pick<AlarmResource, 'alarmId' | 'info'>;

/** What the alarms of each object say of it, the gravest counts; what only notes says nothing. */
export function failuresOf(
  alarms: ReadonlyMap<string, readonly AlarmInfo[]>,
  types: ReadonlyMap<number, TypeClass> | undefined,
): Map<string, Failure> {
  const failures = new Map<string, Failure>();
  for (const [name, list] of alarms) {
    const classes = list.map(({ alarmId, info }) => classOf(types?.get(alarmId), info));
    if (classes.includes('down')) failures.set(name, 'down');
    else if (classes.includes('degraded')) failures.set(name, 'degraded');
  }
  return failures;
}

/** The class of a type, or the one that it has while the info of the alarm is such. */
function classOf(
  type: TypeClass | undefined,
  info: AlarmInfo['info'],
): TypeClass['failureClass'] | undefined {
  const { failureClass, failureClassWhen: other = null } = type ?? {};
  if (other === null) return failureClass;
  const matches = Object.entries(other.info).every(([name, value]) => info[name] === value);
  return matches ? other.failureClass : failureClass;
}
