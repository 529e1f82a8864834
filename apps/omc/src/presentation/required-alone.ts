import type { StoredTopology } from '@omc/alarm';
import { topologyPut } from '@omc/api';

/** Topologies are replaced, never changed: each is read once. */
const known = new WeakMap<StoredTopology, readonly string[]>();

/** What an NE cannot do without: the members of its groups of one, as its topology names them. */
export function requiredAlone(topology: StoredTopology): readonly string[] {
  const before = known.get(topology);
  if (before) return before;
  const { requires = [] } = topologyPut.pick({ requires: true }).strip().parse(JSON.parse(topology.body));
  const alone = requires.flatMap((group) => {
    const members = Array.isArray(group) ? group : group.share;
    return members.length === 1 ? members : [];
  });
  known.set(topology, alone);
  return alone;
}
