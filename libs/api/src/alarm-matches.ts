import type { AlarmFilter } from './alarm-query.js';
import type { AlarmResource } from './alarm-resource.js';

/** What of a filter an alarm itself tells, without where its NE stands and what it is folded under. */
type OwnFilter = Omit<AlarmFilter, 'group' | 'site' | 'subnet'>;

/** Whether an alarm by itself is one of those that a filter asks for: the same answer that the list's query gives. */
export function alarmMatches(filter: OwnFilter, alarm: AlarmResource): boolean {
  return (
    isInState(filter.state, alarm) &&
    (filter.ack === undefined || filter.ack === alarm.ack.state) &&
    among(filter.severity, alarm.severity) &&
    among(filter.ne, alarm.ne) &&
    (filter.object === undefined || filter.object === alarm.object) &&
    among(filter.alarmId, alarm.alarmId) &&
    among(filter.role, alarm.correlation.role) &&
    (filter.shelved === 'all' || (filter.shelved === 'true') === alarm.shelved) &&
    isWithin(filter, alarm.raisedAt) &&
    (filter.q === undefined || holdsText(alarm, filter.q.toLowerCase()))
  );
}

function isInState(state: AlarmFilter['state'], alarm: AlarmResource): boolean {
  if (state === 'all') return true;
  if (state === 'current') return alarm.state === 'active' || alarm.ack.state === 'unacknowledged';
  return state === alarm.state;
}

function among<Value>(wanted: readonly Value[] | undefined, value: Value): boolean {
  return wanted === undefined || wanted.includes(value);
}

/** Most filters have no bounds: then no instant is parsed, which would cost more than all the rest. */
function isWithin({ since, until }: OwnFilter, raisedAt: string): boolean {
  return (
    (since === undefined || Date.parse(raisedAt) >= Date.parse(since)) &&
    (until === undefined || Date.parse(raisedAt) <= Date.parse(until))
  );
}

function holdsText({ ne, object, text, name }: AlarmResource, q: string): boolean {
  return [ne, object, text, name.en, name.zh].some((held) => held.toLowerCase().includes(q));
}
