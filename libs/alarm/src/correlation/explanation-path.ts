import { type Causes, explainingAlarms } from './explanation.js';
import { type GraphObject, nameOf, type OpenAlarm } from './graph-object.js';
import { failingMembers } from './standing.js';

/** One step from an alarm's object towards its root: what is wrong with an object, and because of what. */
export interface PathStep {
  readonly ne: string;
  readonly object: string;
  readonly state: 'out' | 'impaired';
  /** An alarm on it; a group that it requires; an alarm that comes before the one before, on the same object. */
  readonly because: 'alarm' | 'group' | 'order';
  readonly alarm?: string;
  /** The members of the group that fails it, by their full names. */
  readonly group?: readonly string[];
}

/** A place on the way: an object by itself, or an alarm on it. */
interface Place {
  readonly on: GraphObject;
  readonly alarm?: OpenAlarm;
  readonly from?: Place;
  /** What led from there to here. */
  readonly step?: PathStep;
}

/** The shortest way from an alarm to one from which its explanation starts; empty where none leads there just now. */
export function pathTo(root: OpenAlarm, alarm: OpenAlarm, causes: Causes): PathStep[] {
  const places: Place[] = [{ on: alarm.on, alarm }];
  const seen = new Set<GraphObject | OpenAlarm>([alarm]);
  // An array goes on with what is added meanwhile: the nearest first.
  for (const place of places)
    for (const next of [...fromAlarm(place, causes), ...fromObject(place)]) {
      if (next.alarm === root) return stepsTo(next);
      const key = next.alarm ?? next.on;
      if (seen.has(key)) continue;
      seen.add(key);
      places.push(next);
    }
  return [];
}

function* fromAlarm(from: Place, causes: Causes): Iterable<Place> {
  const { on, alarm } = from;
  if (alarm === undefined) return;
  for (const before of causes.before(alarm))
    yield { on, alarm: before, from, step: { ...stateOf(on), because: 'order', alarm: before.id } };
  for (const cause of causes.inferred(alarm)) {
    const toCause: Place = {
      on: cause.on,
      from,
      step: { ...stateOf(on), because: 'group', group: [nameOf(cause.on)] },
    };
    yield {
      on: cause.on,
      alarm: cause,
      from: toCause,
      step: { ...stateOf(cause.on), because: 'alarm', alarm: cause.id },
    };
  }
}

function* fromObject(from: Place): Iterable<Place> {
  const { on, alarm } = from;
  if (alarm === undefined)
    for (const explaining of explainingAlarms(on))
      yield { on, alarm: explaining, from, step: { ...stateOf(on), because: 'alarm', alarm: explaining.id } };
  const failing = new Set(failingMembers(on));
  for (const { members } of on.requires) {
    const group = members.map(nameOf);
    for (const member of members)
      if (failing.has(member)) yield { on: member, from, step: { ...stateOf(on), because: 'group', group } };
  }
}

function stepsTo(place: Place): PathStep[] {
  const steps: PathStep[] = [];
  for (let at: Place | undefined = place; at !== undefined; at = at.from)
    if (at.step !== undefined) steps.unshift(at.step);
  return steps;
}

function stateOf({ ne, object, works }: GraphObject): Pick<PathStep, 'ne' | 'object' | 'state'> {
  return { ne, object, state: works ? 'impaired' : 'out' };
}
