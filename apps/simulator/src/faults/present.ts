import type { Condition, ConditionKind } from './condition.js';

/** Asks what is wrong with an NE now. */
export interface Present {
  /** Whether an object is in a condition. */
  has(kind: ConditionKind, object: string): boolean;
  /** All objects that are in a condition. */
  objects(kind: ConditionKind): readonly string[];
}

/** Makes a list of conditions easy to ask. */
export function presentOf(conditions: Iterable<Condition>): Present {
  const byKind = new Map<ConditionKind, string[]>();
  for (const { kind, object } of conditions) byKind.set(kind, [...(byKind.get(kind) ?? []), object]);
  const objects = (kind: ConditionKind) => byKind.get(kind) ?? [];
  return { objects, has: (kind, object) => objects(kind).includes(object) };
}
