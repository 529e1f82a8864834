import type { AlarmResource } from '@omc/api';
import type { RowDelta } from '../data/alarm-rows.js';

/** Some alarms come or change, or one goes. */
type Change = { put: readonly AlarmResource[] } | { drop: string };

/** Changes the alarms; what the live list says of it. */
export function changeAlarms(alarms: Map<string, AlarmResource>, one: Change): RowDelta {
  if ('drop' in one) {
    const gone = alarms.get(one.drop);
    alarms.delete(one.drop);
    return { add: [], update: [], remove: gone ? [gone] : [] };
  }
  const changed = one.put;
  const add = changed.filter(({ id }) => !alarms.has(id));
  const update = changed.filter(({ id }) => alarms.has(id));
  for (const alarm of changed) alarms.set(alarm.id, alarm);
  return { add, update, remove: [] };
}
