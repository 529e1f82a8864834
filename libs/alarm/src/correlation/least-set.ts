import type { GraphObject, Requirement } from './graph-object.js';

/** What makes an object a member of a set, besides a member of it in every group that it requires. */
export interface Membership {
  /** Whether something on the object itself keeps it out. */
  isBlocked(object: GraphObject): boolean;
  /** Whether a group asks for all of its members. */
  isForAll(group: Requirement): boolean;
  has(object: GraphObject): boolean;
  put(object: GraphObject, isIn: boolean): void;
  supportOf(group: Requirement): GraphObject | undefined;
  support(group: Requirement, by: GraphObject | undefined): void;
}

/**
 * The smallest set of objects that are not blocked and have in each of their groups a member of the set. Kept up
 * to date change by change: objects in doubt leave, and those that stand without each other's help come back, so that a
 * ring that is cut off at both ends does not hold itself up. What a change costs is what stands on it.
 */
export class LeastSet {
  readonly #by: Membership;

  constructor(by: Membership) {
    this.#by = by;
  }

  /** Takes in what changed on some objects, or in what they require; gives the objects that came or went. */
  settle(changed: Iterable<GraphObject>): GraphObject[] {
    const wasIn = new Map<GraphObject, boolean>();
    const lost = this.#doubt(changed, wasIn);
    for (const group of lost) this.#meet(group);
    this.#rise(changed, wasIn);
    const moved: GraphObject[] = [];
    for (const [object, was] of wasIn) if (was !== this.#by.has(object)) moved.push(object);
    return moved;
  }

  /** Takes out what can no longer stay, and all that stands on it. Gives the groups that lost their support. */
  #doubt(changed: Iterable<GraphObject>, wasIn: Map<GraphObject, boolean>): Requirement[] {
    const lost: Requirement[] = [];
    const out: GraphObject[] = [];
    const take = (object: GraphObject) => {
      if (!this.#by.has(object)) return;
      wasIn.set(object, true);
      this.#by.put(object, false);
      out.push(object);
    };
    for (const object of changed) if (!this.#mayStay(object)) take(object);
    // An array goes on with what is added meanwhile.
    for (const object of out)
      for (const group of this.#losing(object)) {
        lost.push(group);
        for (const owner of group.owners) take(owner);
      }
    return lost;
  }

  /** Takes their support from the groups that had it by an object. */
  *#losing(object: GraphObject): Iterable<Requirement> {
    for (const group of object.memberOf)
      if (this.#isLostWithout(object, group)) {
        this.#by.support(group, undefined);
        yield group;
      }
  }

  #mayStay(object: GraphObject): boolean {
    return !this.#by.isBlocked(object) && this.#isMet(object);
  }

  #isLostWithout(object: GraphObject, group: Requirement): boolean {
    const support = this.#by.supportOf(group);
    return support === object || (support !== undefined && this.#by.isForAll(group));
  }

  /** Lets come in what can, and all that can then. */
  #rise(changed: Iterable<GraphObject>, wasIn: Map<GraphObject, boolean>): void {
    const candidates = new Set([...changed, ...wasIn.keys()]);
    for (const object of candidates) {
      // Another member may yet come, and let it in later.
      candidates.delete(object);
      if (this.#by.has(object) || !this.#mayEnter(object)) continue;
      if (!wasIn.has(object)) wasIn.set(object, false);
      this.#by.put(object, true);
      for (const owner of this.#helped(object)) candidates.add(owner);
    }
  }

  #mayEnter(object: GraphObject): boolean {
    for (const group of object.requires) this.#meet(group);
    return this.#mayStay(object);
  }

  /** Those whose groups have what they ask for, now that an object came. */
  *#helped({ memberOf }: GraphObject): Iterable<GraphObject> {
    for (const group of memberOf)
      if (this.#by.supportOf(group) === undefined && this.#meet(group)) yield* group.owners;
  }

  #isMet(object: GraphObject): boolean {
    return object.requires.every((group) => this.#by.supportOf(group) !== undefined);
  }

  /** Looks for a member that supports a group. */
  #meet(group: Requirement): boolean {
    if (this.#by.supportOf(group) !== undefined) return true;
    const isIn = (member: GraphObject) => this.#by.has(member);
    const by = this.#by.isForAll(group)
      ? group.members.every(isIn)
        ? group.members[0]
        : undefined
      : group.members.find(isIn);
    this.#by.support(group, by);
    return by !== undefined;
  }
}
