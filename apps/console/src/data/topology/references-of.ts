import type { TopologyPut } from '@omc/api';

/** A name that is required, and the path of the member that says so. */
export interface Reference {
  readonly path: string;
  readonly member: string;
}

/** All that an NE and its objects require, in the order in which it is written. */
export function* referencesOf({ requires = [], objects }: TopologyPut): Iterable<Reference> {
  yield* membersOf(requires, 'requires');
  for (const [i, { requires: own = [] }] of objects.entries())
    yield* membersOf(own, `objects[${i}].requires`);
}

function* membersOf(groups: NonNullable<TopologyPut['requires']>, path: string): Iterable<Reference> {
  for (const [i, group] of groups.entries()) {
    const [members, at] = Array.isArray(group)
      ? [group, `${path}[${i}]`]
      : [group.share, `${path}[${i}].share`];
    for (const [k, member] of members.entries()) yield { path: `${at}[${k}]`, member };
  }
}
