import type { TopologyPut } from '@omc/api';

/** What a topology would change of the one that is there. */
export interface TopologyChanges {
  /** Objects by their names. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly string[];
  /** Of the NE as a whole. */
  readonly whole: readonly ('site' | 'subnet' | 'requires')[];
}

/** What differs from one topology to the next; the order of objects says nothing. */
export function topologyChanges(before: TopologyPut, after: TopologyPut): TopologyChanges {
  const [old, now] = [byName(before), byName(after)];
  return {
    added: [...now.keys()].filter((name) => !old.has(name)),
    removed: [...old.keys()].filter((name) => !now.has(name)),
    changed: [...now]
      .filter(([name, requires]) => (old.get(name) ?? requires) !== requires)
      .map(([name]) => name),
    whole: (['site', 'subnet', 'requires'] as const).filter(
      (member) => JSON.stringify(before[member] ?? []) !== JSON.stringify(after[member] ?? []),
    ),
  };
}

function byName({ objects }: TopologyPut): Map<string, string> {
  return new Map(objects.map(({ object, requires = [] }) => [object, JSON.stringify(requires)]));
}
