import type { GraphObject } from './graph-object.js';
import { LeastSet, type Membership } from './least-set.js';

/** What works: nothing on it takes it down, and of all that it requires something works. */
const working: Membership = {
  isBlocked: ({ alarms }) => alarms.some(({ failureClass }) => failureClass === 'down'),
  isForAll: () => false,
  has: (object) => object.works,
  put: (object, works) => {
    object.works = works;
  },
  supportOf: (group) => group.worksBy,
  support: (group, by) => {
    group.worksBy = by;
  },
};

/** What is sound: it works, nothing on it makes it worse, and so it is with what it requires. */
const sound: Membership = {
  isBlocked: ({ works, alarms }) => !works || alarms.some(({ failureClass }) => failureClass === 'degraded'),
  isForAll: ({ share }) => share,
  has: (object) => object.sound,
  put: (object, isSound) => {
    object.sound = isSound;
  },
  supportOf: (group) => group.soundBy,
  support: (group, by) => {
    group.soundBy = by;
  },
};

/** Keeps up which objects are out, and which are impaired. */
export class Standing {
  readonly #working = new LeastSet(working);
  readonly #sound = new LeastSet(sound);

  /** Takes in what changed on objects or in what they require; gives these, and all that stand otherwise now. */
  settle(changed: ReadonlySet<GraphObject>): Set<GraphObject> {
    const moved = new Set(changed);
    for (const object of this.#working.settle(changed)) moved.add(object);
    for (const object of this.#sound.settle([...moved])) moved.add(object);
    return moved;
  }
}

/** What explains that an object is out, or impaired: members of groups that it requires. */
export function failingMembers(object: GraphObject): Iterable<GraphObject> {
  if (object.sound) return [];
  return object.works ? weakeningMembers(object) : deadMembers(object);
}

function* deadMembers({ requires }: GraphObject): Iterable<GraphObject> {
  for (const group of requires) if (group.worksBy === undefined) yield* group.members;
}

function* weakeningMembers({ requires }: GraphObject): Iterable<GraphObject> {
  for (const { soundBy, share, members } of requires)
    if (soundBy === undefined) yield* share ? members.filter((member) => !member.sound) : members;
}

/** Whether what an object requires puts it out. */
export function isCutOff(object: GraphObject): boolean {
  return !object.works && object.requires.some(({ worksBy }) => worksBy === undefined);
}

/** Whether what it requires makes a working object worse. */
export function isWeakened(object: GraphObject): boolean {
  return object.works && object.requires.some(({ soundBy }) => soundBy === undefined);
}
