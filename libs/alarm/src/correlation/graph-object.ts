import type { Role } from '../alarm.js';
import type { AlarmHolder } from '../alarm-holder.js';
import type { AlarmType, FailureClass } from '../catalogue.js';
import type { Waiting } from '../deadlines.js';

/** A group of objects of which its owners require some. */
export interface Requirement {
  readonly members: readonly GraphObject[];
  /** Load-sharing: each member that is missing is felt. Else standby: any one is full service. */
  readonly share: boolean;
  readonly owners: Iterable<GraphObject>;
  /** A working member from which no chain of such members leads back here; undefined where none works. */
  worksBy: GraphObject | undefined;
  /** Likewise a sound one; of a load-sharing group only while all members are sound. */
  soundBy: GraphObject | undefined;
}

/**
 * A managed object as the dependency graph knows it. Mutable, and everything about it in one object: there are
 * as many as the network has, and a change looks at few of them.
 */
export class GraphObject {
  /** All groups that it requires a working member of. */
  requires: readonly Requirement[] = NO_GROUPS;
  /** All groups that it is a member of. */
  memberOf: readonly Requirement[] = NO_GROUPS;
  /** The active alarms on it. */
  alarms: readonly OpenAlarm[] = NO_ALARMS;
  /** Whether a topology names it. */
  isListed = false;
  /** Until it is settled a new object neither works nor is sound. */
  works = false;
  sound = false;
  /** From where what is wrong with it starts. */
  ends: readonly OpenAlarm[] = NO_ALARMS;
  /** Marks of one walk over the graph: the walk's number, and the order in which it came here. */
  walk = 0;
  order = 0;
  lowest = 0;

  constructor(
    readonly ne: string,
    readonly object: string,
  ) {}
}

export const NO_ALARMS: readonly OpenAlarm[] = [];

const NO_GROUPS: readonly Requirement[] = [];
/** So many are copied for one more. */
const FEW = 8;

/** Some groups and one more. Few are kept in an array of just their size, as there are very many of these. */
export function withOne(groups: readonly Requirement[], one: Requirement): readonly Requirement[] {
  // An array that is spread into another leaves room for more.
  if (groups.length < FEW) return groups.concat(one);
  (groups as Requirement[]).push(one);
  return groups;
}

/** Some groups without one. */
export function withoutOne(groups: readonly Requirement[], one: Requirement): readonly Requirement[] {
  const place = groups.indexOf(one);
  if (place < 0) return groups;
  if (groups.length <= FEW) return groups.filter((group) => group !== one);
  const many = groups as Requirement[];
  const last = many.pop() as Requirement;
  if (place < many.length) many[place] = last;
  return many;
}

/** A group of objects, with nothing known of it. Its members know of it. */
export function requirement(
  members: readonly GraphObject[],
  share: boolean,
  owners: Iterable<GraphObject>,
): Requirement {
  const made: Requirement = { members, share, owners, worksBy: undefined, soundBy: undefined };
  for (const member of members) member.memberOf = withOne(member.memberOf, made);
  return made;
}

/** An active alarm as the correlation knows it. Mutable, like the graph. It waits while its role does. */
export class OpenAlarm implements Waiting {
  dueAt = Number.POSITIVE_INFINITY;
  place = -1;
  isActive = true;
  failureClass: FailureClass;
  /** As it was told last. Of a symptom whose cause cleared a moment ago, what it was until then. */
  role: Role = 'standalone';
  roots: readonly OpenAlarm[] = [];
  rule: string | null = null;
  /** How many alarms have this one among their roots. */
  symptoms = 0;
  /** The cause of this symptom cleared: until then it stays one, so that roles do not flicker. */
  graceUntil: number | undefined;

  constructor(
    readonly id: string,
    readonly type: AlarmType,
    readonly faultAt: number,
    readonly on: GraphObject,
    readonly holder: AlarmHolder,
    failureClass: FailureClass,
  ) {
    this.failureClass = failureClass;
  }
}

/** The full name of an object: `NE//object`. */
export function nameOf({ ne, object }: GraphObject): string {
  return `${ne}//${object}`;
}

/** The order of causes: the earliest fault first; of equals, that with the lesser id. */
export function byFault(a: OpenAlarm, b: OpenAlarm): number {
  return a.faultAt - b.faultAt || (a.id < b.id ? -1 : 1);
}
