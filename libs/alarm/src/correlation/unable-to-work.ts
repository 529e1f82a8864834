import type { GraphObject } from './graph-object.js';

/** That an object waits for a working member of one of its groups. */
interface Wait {
  readonly owner: GraphObject;
  isOver: boolean;
}

/**
 * Those of some objects that do not work even while no alarm is active anywhere, since what they require only leads back
 * to itself. Whatever is active now makes no difference. Takes as long as what they require is large.
 */
export function unableToWork(objects: readonly GraphObject[]): GraphObject[] {
  const waits = waitsBelow(objects);
  const groupsLeft = new Map<GraphObject, number>();
  const able = new Set([...waits.keys()].filter(({ requires }) => requires.length === 0));
  // A set goes on with what is added meanwhile.
  for (const member of able)
    for (const wait of waits.get(member) ?? []) {
      if (wait.isOver) continue;
      wait.isOver = true;
      const { owner } = wait;
      const left = (groupsLeft.get(owner) ?? owner.requires.length) - 1;
      groupsLeft.set(owner, left);
      if (left === 0) able.add(owner);
    }
  return objects.filter((object) => !able.has(object));
}

/** Who waits for each of some objects, and of all that these require. */
function waitsBelow(objects: readonly GraphObject[]): Map<GraphObject, Wait[]> {
  const waits = new Map<GraphObject, Wait[]>(objects.map((object) => [object, []]));
  // A map goes on with what is added meanwhile.
  for (const owner of waits.keys())
    for (const { members } of owner.requires) {
      const wait: Wait = { owner, isOver: false };
      for (const member of members) {
        const known = waits.get(member);
        if (known === undefined) waits.set(member, [wait]);
        else known.push(wait);
      }
    }
  return waits;
}
