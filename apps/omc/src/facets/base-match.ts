import type { Alarm, StoredTopology } from '@omc/alarm';
import type { ResolvedFilter } from '@omc/store';
import { isInGroup } from '../alarm-selection.js';

/**
 * Whether an active alarm matches what of a filter is no facet, its scope aside. It looks at alarms as the writer has
 * them: to present a hundred thousand of them first would take longer than to count them.
 */
export function baseMatch(
  { object, shelved, since, until, q, namedAlarmIds, group }: ResolvedFilter,
  topologyOf: (ne: string) => Pick<StoredTopology, 'subnet'> | undefined,
): (alarm: Alarm) => boolean {
  const conditions: ((alarm: Alarm) => boolean)[] = [];
  if (object !== undefined) conditions.push((alarm) => alarm.object === object);
  if (shelved !== 'all') conditions.push((alarm) => alarm.shelved === (shelved === 'true'));
  if (since !== undefined) conditions.push(isFrom(Date.parse(since)));
  if (until !== undefined) conditions.push(isUpTo(Date.parse(until)));
  if (q !== undefined) conditions.push(holds(q.toLowerCase(), new Set(namedAlarmIds)));
  if (group !== undefined) conditions.push((alarm) => isInGroup(group, alarm, topologyOf));
  return (alarm) => conditions.every((holdsFor) => holdsFor(alarm));
}

function isFrom(at: number): (alarm: Alarm) => boolean {
  return ({ raisedAt }) => raisedAt >= at;
}

function isUpTo(at: number): (alarm: Alarm) => boolean {
  return ({ raisedAt }) => raisedAt <= at;
}

function holds(text: string, named: ReadonlySet<number>): (alarm: Alarm) => boolean {
  return (alarm) =>
    named.has(alarm.alarmId) ||
    [alarm.ne, alarm.object, alarm.text].some((held) => held.toLowerCase().includes(text));
}
