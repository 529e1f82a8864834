import { type Phase, phaseOf, type SupervisedKey } from './supervised-key.js';
import type { SupervisedKeys } from './supervised-keys.js';

/** A supervised key with an open matter (RFC 3877 calls what is behind it a condition). Instants in milliseconds. */
export interface Condition {
  readonly ne: string;
  readonly object: string;
  readonly alarmId: number;
  readonly phase: Exclude<Phase, 'rest'>;
  /** When the raw state began that is there now. */
  readonly since: number;
  /** When the next decision falls due, if the device says nothing more. */
  readonly deadline: number | undefined;
  /** The decision waits for the NE's link. */
  readonly held: boolean;
  readonly alarm: string | undefined;
}

/** Which conditions, and after which one a page begins. */
export interface ConditionSelection {
  readonly ne?: string;
  readonly phase?: Condition['phase'];
  readonly after?: Pick<Condition, 'ne' | 'object' | 'alarmId'>;
}

/** The conditions as they are now, by NE, object and alarm type; taken lazily, so that a page costs a page. */
export function* conditionsOf(keys: SupervisedKeys, selection: ConditionSelection): Iterable<Condition> {
  const { ne, phase, after } = selection;
  for (const id of ne === undefined ? [...keys.nes.keys()].sort() : [ne])
    if (after === undefined || id >= after.ne)
      for (const key of keysAfter(id, after, keys)) {
        const found = conditionOf(key, keys);
        if (found !== undefined && found.phase === (phase ?? found.phase)) yield found;
      }
}

/** The keys of an NE in order; where the last page ended in it, those behind. */
function keysAfter(id: string, after: ConditionSelection['after'], keys: SupervisedKeys): SupervisedKey[] {
  const all = sorted(keys.nes.get(id)?.keys.values() ?? []);
  if (id !== after?.ne) return all;
  return all.filter((key) => byName(key.object, key.type.alarmId, after) > 0);
}

function conditionOf(key: SupervisedKey, keys: SupervisedKeys): Condition | undefined {
  const phase = phaseOf(key.state);
  if (phase === 'rest') return undefined;
  return {
    ne: key.ne.id,
    object: key.object,
    alarmId: key.type.alarmId,
    phase,
    since: key.state.since,
    deadline: keys.deadlineOf(key),
    held: key.waits,
    alarm: key.alarm?.id,
  };
}

function sorted(keys: Iterable<SupervisedKey>): SupervisedKey[] {
  return [...keys].sort((a, b) =>
    byName(a.object, a.type.alarmId, { object: b.object, alarmId: b.type.alarmId }),
  );
}

function byName(object: string, alarmId: number, other: { object: string; alarmId: number }): number {
  if (object !== other.object) return object < other.object ? -1 : 1;
  return alarmId - other.alarmId;
}
