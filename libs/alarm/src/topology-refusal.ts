import type { Refusal } from './commands.js';
import { isObjectName, NETWORK } from './names.js';
import { parseReference, REFERENCE_FORM } from './reference.js';
import type { RequirementGroup, Topology } from './topology.js';

const MOST_OBJECTS = 10_000;
const MOST_GROUPS = 100;
const MOST_MEMBERS = 1_000;
/** Of all objects together: what is settled within a second has an end. */
const MOST_REFERENCES = 100_000;

/** What is wrong with one member of a topology. */
export interface TopologyFault {
  /** The member, written as in `objects[3].requires[0]`. */
  readonly field: string;
  readonly reason: string;
  /** The rule that is broken, for who has words of their own for it, with what they need beside it. */
  readonly rule:
    | 'network-only'
    | 'place'
    | 'object-count'
    | 'object-empty'
    | 'object-name'
    | 'object-twice'
    | 'group-count'
    | 'member-count'
    | 'reference'
    | 'itself'
    | 'reference-count';
  readonly values?: Readonly<Record<string, string | number>>;
}

/** The first thing wrong with a topology of an NE (or of `network`); undefined where it can be put. */
export function refusalOfTopology(ne: string, topology: Topology): Refusal | undefined {
  for (const { field, reason } of faultsOfTopology(ne, topology))
    return { refused: 'invalid', field, reason };
  return undefined;
}

/**
 * All that is wrong with a topology of an NE (or of `network`). What it refers to need not exist, and circles are
 * none of its faults, save an object that requires itself.
 */
export function* faultsOfTopology(ne: string, topology: Topology): Iterable<TopologyFault> {
  const { site, subnet, requires = [], objects } = topology;
  if (ne === NETWORK) yield* faultsOfNoNe(topology);
  yield* faultsOfPlace('site', site, 'Site=7');
  yield* faultsOfPlace('subnet', subnet, 'Subnet=1');
  if (objects.length > MOST_OBJECTS)
    yield {
      field: 'objects',
      reason: `must be at most ${MOST_OBJECTS}, are ${objects.length}`,
      rule: 'object-count',
      values: { most: MOST_OBJECTS, count: objects.length },
    };
  yield* faultsOfGroups(ne, '', 'requires', requires);
  yield* faultsOfObjects(ne, topology);
  const references = countReferences(topology);
  if (references > MOST_REFERENCES)
    yield {
      field: 'objects',
      reason: `must require at most ${MOST_REFERENCES} objects in all, require ${references}`,
      rule: 'reference-count',
      values: { most: MOST_REFERENCES, count: references },
    };
}

/** What belongs to no NE is at no site and requires nothing as a whole. */
function* faultsOfNoNe(topology: Topology): Iterable<TopologyFault> {
  for (const field of ['site', 'subnet', 'requires'] as const)
    if (topology[field] !== undefined)
      yield {
        field,
        reason: `is of an NE: of ${NETWORK} only objects can be put, each with what it requires`,
        rule: 'network-only',
      };
}

function* faultsOfPlace(
  field: 'site' | 'subnet',
  name: string | undefined,
  example: string,
): Iterable<TopologyFault> {
  if (name === undefined || (name !== '' && isObjectName(name))) return;
  yield {
    field,
    reason: `must be an object of ${NETWORK} such as ${example}, without ${NETWORK}//`,
    rule: 'place',
    values: { example },
  };
}

function* faultsOfObjects(ne: string, { objects }: Topology): Iterable<TopologyFault> {
  const first = new Map<string, number>();
  for (const [i, { object, requires = [] }] of objects.entries()) {
    const field = `objects[${i}].object`;
    if (object === '')
      yield {
        field,
        reason: 'must not be empty: what the NE itself requires is told in requires',
        rule: 'object-empty',
      };
    else if (!isObjectName(object))
      yield {
        field,
        reason: 'must be Type=id pairs joined by commas, at most 255 bytes, such as Cell=1',
        rule: 'object-name',
      };
    const known = first.get(object);
    if (known !== undefined)
      yield {
        field,
        reason: `must be listed once: ${object} is objects[${known}] already`,
        rule: 'object-twice',
        values: { object, known: `objects[${known}]` },
      };
    first.set(object, i);
    yield* faultsOfGroups(ne, object, `objects[${i}].requires`, requires);
  }
}

function* faultsOfGroups(
  ne: string,
  object: string,
  field: string,
  groups: readonly RequirementGroup[],
): Iterable<TopologyFault> {
  if (groups.length > MOST_GROUPS)
    yield {
      field,
      reason: `must be at most ${MOST_GROUPS} groups, are ${groups.length}`,
      rule: 'group-count',
      values: { most: MOST_GROUPS, count: groups.length },
    };
  for (const [i, group] of groups.entries())
    yield* faultsOfGroup(
      ne,
      object,
      'share' in group ? `${field}[${i}].share` : `${field}[${i}]`,
      membersOf(group),
    );
}

function* faultsOfGroup(
  ne: string,
  object: string,
  field: string,
  members: readonly string[],
): Iterable<TopologyFault> {
  if (members.length < 1 || members.length > MOST_MEMBERS)
    yield {
      field,
      reason: `must have 1 to ${MOST_MEMBERS} members, has ${members.length}`,
      rule: 'member-count',
      values: { most: MOST_MEMBERS, count: members.length },
    };
  for (const [i, member] of members.entries()) {
    const reference = parseReference(member, ne);
    if (reference === undefined)
      yield { field: `${field}[${i}]`, reason: `must be ${REFERENCE_FORM}`, rule: 'reference' };
    else if (reference.ne === ne && reference.object === object)
      yield {
        field: `${field}[${i}]`,
        reason: `must not be what requires it: ${object || 'the NE'} cannot require itself`,
        rule: 'itself',
      };
  }
}

/** The members of a group, whichever its kind. */
function membersOf(group: RequirementGroup): readonly string[] {
  return 'share' in group ? group.share : group;
}

function countReferences({ requires = [], objects }: Topology): number {
  let count = 0;
  for (const groups of [requires, ...objects.map(({ requires: own = [] }) => own)])
    for (const group of groups) count += membersOf(group).length;
  return count;
}
