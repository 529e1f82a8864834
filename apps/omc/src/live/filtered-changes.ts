import type { Alarm, AlarmChange } from '@omc/alarm';
import type { AlarmResource, LiveChange } from '@omc/api';

/** What changes mean for somebody who sees only what matches a filter: at most one step an alarm, in order. */
export function filteredChanges(
  changes: readonly AlarmChange[],
  matches: (alarm: AlarmResource) => boolean,
  present: (alarm: Alarm) => AlarmResource,
): LiveChange[] {
  const steps: LiveChange[] = [];
  const matched = ({ before }: AlarmChange) => before !== undefined && matches(present(before));
  for (const { first, last } of endsOf(changes)) {
    const alarm = present(last.alarm);
    if (matches(alarm)) steps.push({ op: 'upsert', alarm });
    else if (matched(first)) steps.push({ op: 'remove', alarm });
  }
  return steps;
}

interface Ends {
  readonly first: AlarmChange;
  last: AlarmChange;
}

/** The first and the last change of each alarm, in order of the last. */
function endsOf(changes: readonly AlarmChange[]): Iterable<Ends> {
  const ends = new Map<string, Ends>();
  for (const change of changes) {
    const known = ends.get(change.alarm.id);
    ends.delete(change.alarm.id);
    ends.set(change.alarm.id, { first: known?.first ?? change, last: change });
  }
  return ends.values();
}
