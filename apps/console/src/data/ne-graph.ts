import type { TopologyResource } from '@omc/api';
import type { ObjectGraph, RequiredGroup } from './object-states.js';

const NETWORK = 'network';

/** The full name of an object, as topologies write those of other NEs: `NE//object`. */
export function fullName(ne: string, object: string): string {
  return `${ne}//${object}`;
}

/** A full name in its two parts. */
export function partsOf(name: string): { readonly ne: string; readonly object: string } {
  const cut = name.indexOf('//');
  return { ne: name.slice(0, cut), object: name.slice(cut + 2) };
}

/**
 * What an NE and its objects require, by full names. An NE requires its site; every object requires its NE, save
 * those that the NE itself requires, directly or through others. `extra` are objects with alarms that the topology lacks.
 */
export function neGraph(ne: string, topology: TopologyResource, extra: readonly string[]): ObjectGraph {
  const name = (text: string) => (text.includes('//') ? text : fullName(ne, text));
  const groupsOf = (requires: TopologyResource['requires'] = []): RequiredGroup[] =>
    requires.map((group) =>
      Array.isArray(group)
        ? { members: group.map(name), share: false }
        : { members: group.share.map(name), share: true },
    );
  const own = fullName(ne, '');
  const site = topology.site === undefined ? [] : [alone(fullName(NETWORK, topology.site))];
  const graph = new Map<string, RequiredGroup[]>([[own, [...groupsOf(topology.requires), ...site]]]);
  for (const { object, requires } of topology.objects) graph.set(name(object), groupsOf(requires));
  for (const object of extra) if (!graph.has(name(object))) graph.set(name(object), []);
  const below = requiredBy(graph, own);
  for (const [object, groups] of graph)
    if (object !== own && !below.has(object) && groups.length === 0) groups.push(alone(own));
  return graph;
}

function alone(member: string): RequiredGroup {
  return { members: [member], share: false };
}

function requiredBy(graph: ObjectGraph, start: string): Set<string> {
  const seen = new Set<string>();
  const waiting = [start];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop())
    for (const member of (graph.get(name) ?? []).flatMap(({ members }) => members))
      if (!seen.has(member)) {
        seen.add(member);
        waiting.push(member);
      }
  return seen;
}
