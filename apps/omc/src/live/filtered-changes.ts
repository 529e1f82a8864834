import type { Alarm, AlarmChange } from '@omc/alarm';
import type { AlarmResource, LiveChange } from '@omc/api';
import type { AlarmFaces } from './alarm-faces.js';

/** One step of a live list, before it is written. */
export interface LiveStep {
  readonly op: LiveChange['op'];
  readonly alarm: Alarm;
}

/** What changes mean for somebody who sees only what matches a filter: at most one step an alarm, in order. */
export function filteredChanges(
  changes: readonly AlarmChange[],
  matches: (alarm: AlarmResource) => boolean,
  faces: AlarmFaces,
): LiveStep[] {
  const steps: LiveStep[] = [];
  for (const { first, last } of endsOf(changes)) {
    const { alarm } = last;
    if (matches(faces.resource(alarm))) steps.push({ op: 'upsert', alarm });
    else if (first.before !== undefined && matches(faces.resource(first.before)))
      steps.push({ op: 'remove', alarm });
  }
  return steps;
}

/** The first and the last change of an alarm. */
interface Ends {
  readonly first: AlarmChange;
  last: AlarmChange;
}

/** The first and the last change of each alarm, in order of the last. */
function endsOf(changes: readonly AlarmChange[]): Iterable<Ends> {
  const ends = new Map<string, Ends>();
  for (const change of changes) {
    const known = ends.get(change.alarm.id);
    if (known !== undefined) ends.delete(change.alarm.id);
    ends.set(change.alarm.id, { first: known?.first ?? change, last: change });
  }
  return ends.values();
}
