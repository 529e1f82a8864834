/** Whether an object works, as the correlation sees it. */
export type ObjectState = 'sound' | 'impaired' | 'out';

/** A group of requirements: one working member is enough; of a `share` group each missing member is felt. */
export interface RequiredGroup {
  readonly members: readonly string[];
  readonly share: boolean;
}

/** What an object requires, by names as the graph uses them. */
export type ObjectGraph = ReadonlyMap<string, readonly RequiredGroup[]>;

/** The gravest class of the active alarms on an object. */
export type Failure = 'down' | 'degraded';

/**
 * The states of all objects of a graph: the least sets of what works and of what is sound, so that a ring that is
 * cut at both ends is out, whatever its members think of each other. What the graph does not hold works, unless an
 * alarm says otherwise.
 */
export function objectStates(
  graph: ObjectGraph,
  failures: ReadonlyMap<string, Failure>,
): Map<string, ObjectState> {
  const names = new Set([...graph.keys(), ...[...graph.values()].flat().flatMap(({ members }) => members)]);
  const groupsOf = (name: string) => graph.get(name) ?? [];
  const working = leastSet(
    names,
    (name, held) =>
      failures.get(name) !== 'down' &&
      groupsOf(name).every(
        ({ members }) => members.length === 0 || members.some((member) => held.has(member)),
      ),
  );
  const sound = leastSet(
    names,
    (name, held) =>
      working.has(name) &&
      failures.get(name) === undefined &&
      groupsOf(name).every(({ members, share }) =>
        share || members.length === 0
          ? members.every((member) => held.has(member))
          : members.some((member) => held.has(member)),
      ),
  );
  return new Map(
    [...names].map((name) => [name, sound.has(name) ? 'sound' : working.has(name) ? 'impaired' : 'out']),
  );
}

/** The smallest set of names that holds whatever `belongs` finds to belong to it. */
function leastSet(
  names: ReadonlySet<string>,
  belongs: (name: string, held: ReadonlySet<string>) => boolean,
): Set<string> {
  const held = new Set<string>();
  for (let grown = true; grown; ) {
    grown = false;
    for (const name of names) {
      if (held.has(name) || !belongs(name, held)) continue;
      held.add(name);
      grown = true;
    }
  }
  return held;
}

/** The part of a graph that is out or impaired, with what that requires directly: the path of a fault, and what is left of each group. */
export function brokenPart(graph: ObjectGraph, states: ReadonlyMap<string, ObjectState>): ObjectGraph {
  const part = new Map<string, readonly RequiredGroup[]>();
  for (const [name, state] of states) if (state !== 'sound') part.set(name, graph.get(name) ?? []);
  for (const { members } of [...part.values()].flat())
    for (const member of members) if (!part.has(member)) part.set(member, []);
  return part;
}
