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
  /** Of which NEs; all of them, where it is left out. */
  readonly includes?: (ne: string) => boolean;
  readonly phase?: Condition['phase'];
  readonly after?: Pick<Condition, 'ne' | 'object' | 'alarmId'>;
}

/** The conditions as they are now, by NE, object and alarm type; taken lazily, so that a page costs a page. */
export function* conditionsOf(keys: SupervisedKeys, selection: ConditionSelection): Iterable<Condition> {
  const { phase, after } = selection;
  for (const id of nesOf(keys, selection))
    for (const key of keysAfter(id, after, keys)) {
      const found = conditionOf(key, keys);
      if (found !== undefined && found.phase === (phase ?? found.phase)) yield found;
    }
}

/** The NEs whose conditions are wanted, in order, from where the last page ended. */
function nesOf(keys: SupervisedKeys, { ne, includes = () => true, after }: ConditionSelection): string[] {
  const ids = ne === undefined ? [...keys.nes.keys()].sort() : [ne];
  return ids.filter((id) => (after === undefined || id >= after.ne) && includes(id));
}

/** How many keys of some NEs wait in a create window, and how many alarms of theirs in a restore window. */
export function pendingOf(
  keys: SupervisedKeys,
  includes: (ne: string) => boolean,
): { readonly raise: number; readonly clear: number } {
  const pending = { raise: 0, clear: 0 };
  for (const [id, ne] of keys.nes)
    if (includes(id))
      for (const key of ne.keys.values()) {
        const phase = phaseOf(key.state);
        if (phase === 'pending-raise') pending.raise += 1;
        if (phase === 'pending-clear') pending.clear += 1;
      }
  return pending;
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
