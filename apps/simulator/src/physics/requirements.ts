import type { RequirementGroup } from '@omc/alarm';

/** Things of which one at least has to work; of shared ones each that does not is felt. */
export interface Group {
  readonly members: readonly string[];
  readonly isShared: boolean;
}

/** What each object requires: a working member of every group. Names with `//` are of somewhere else. */
export type Requirements = ReadonlyMap<string, readonly Group[]>;

/** Reads a group as it stands in a topology. */
export function groupOf(group: RequirementGroup): Group {
  return 'share' in group ? { members: group.share, isShared: true } : { members: group, isShared: false };
}

/** Whether a name is of another NE, or of the network. */
export function isElsewhere(name: string): boolean {
  return name.includes('//');
}

/** What works, and what works without loss. */
export interface Standing {
  readonly working: ReadonlySet<string>;
  readonly sound: ReadonlySet<string>;
}

/** What is wrong in the first place. */
export interface Wrong {
  isBroken(object: string): boolean;
  isDull(object: string): boolean;
  /** Whether something elsewhere works. */
  isUp(name: string): boolean;
}

/** What works while some things do not: the smallest set that its rules allow, so that no circle holds itself up. */
export function standingOf(requirements: Requirements, { isBroken, isDull, isUp }: Wrong): Standing {
  const isMet = (group: Group, set: ReadonlySet<string>) =>
    group.members.some((member) => (isElsewhere(member) ? isUp(member) : set.has(member)));
  const isWhole = (group: Group, set: ReadonlySet<string>) =>
    group.isShared ? group.members.every((member) => set.has(member)) : isMet(group, set);
  const working = smallest(
    requirements,
    (object, groups, set) => !isBroken(object) && groups.every((group) => isMet(group, set)),
  );
  const sound = smallest(
    requirements,
    (object, groups, set) =>
      working.has(object) && !isDull(object) && groups.every((group) => isWhole(group, set)),
  );
  return { working, sound };
}

/** Grows a set from nothing until the rule lets nothing more in. */
function smallest(
  requirements: Requirements,
  isIn: (object: string, groups: readonly Group[], set: ReadonlySet<string>) => boolean,
): Set<string> {
  const set = new Set<string>();
  let left = [...requirements];
  while (true) {
    const out = left.filter(([object, groups]) => {
      if (!isIn(object, groups, set)) return true;
      set.add(object);
      return false;
    });
    if (out.length === left.length) return set;
    left = out;
  }
}

/**
 * Everything from which an object's being out or impaired comes, itself included: from what is out on to the members
 * of its groups that have no working one, from what is impaired on to what is missing.
 */
export function reachOf(
  object: string,
  requirements: Requirements,
  { working, sound }: Standing,
  isUp: (name: string) => boolean,
): ReadonlySet<string> {
  const has = (set: ReadonlySet<string>, name: string) => (isElsewhere(name) ? isUp(name) : set.has(name));
  const feeders = (name: string) =>
    (requirements.get(name) ?? []).flatMap(({ members, isShared }) => {
      const set = working.has(name) ? sound : working;
      if (isShared && working.has(name)) return members.filter((member) => !has(sound, member));
      return members.some((member) => has(set, member)) ? [] : members;
    });
  const reach = new Set([object]);
  for (const name of reach) if (!sound.has(name)) for (const feeder of feeders(name)) reach.add(feeder);
  return reach;
}
