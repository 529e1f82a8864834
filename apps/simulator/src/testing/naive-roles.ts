import { NETWORK, type RequirementGroup, type Topology } from '@omc/alarm';
import { classOf, isEquipment, rankOf } from '../physics/alarm-order.js';
import type { AlarmName } from '../physics/surroundings.js';
import type { ToldAlarm } from './told-alarms.js';

interface Node {
  readonly groups: readonly { readonly members: readonly string[]; readonly isShared: boolean }[];
}

/** The rules of root causes, written down as they are, for topologies and the alarms that are active. */
export class NaiveRoles {
  readonly #nodes = new Map<string, Node>();
  readonly #alarms: readonly ToldAlarm[];
  readonly #standsFor: (alarm: ToldAlarm) => readonly ToldAlarm[];
  readonly #working: ReadonlySet<string>;
  readonly #sound: ReadonlySet<string>;
  /** Alarms that are the ends of circles. */
  readonly #ends = new Set<ToldAlarm>();

  /** `standsFor` gives the inferred alarms that a lost link is a symptom of. */
  constructor(
    topologies: ReadonlyMap<string, Topology>,
    alarms: readonly ToldAlarm[],
    standsFor: (alarm: ToldAlarm) => readonly ToldAlarm[],
  ) {
    this.#alarms = alarms;
    this.#standsFor = standsFor;
    for (const [ne, topology] of topologies) this.#add(ne, topology);
    for (const alarm of alarms) this.#node(`${alarm.ne}//${alarm.object}`);
    this.#working = this.#smallest(
      (name, node, set) =>
        !this.#on(name).some((one) => classOf(one.alarmId, one.info) === 'down') &&
        node.groups.every(({ members }) => members.some((member) => set.has(member))),
    );
    this.#sound = this.#smallest(
      (name, node, set) =>
        this.#working.has(name) &&
        !this.#on(name).some((one) => classOf(one.alarmId, one.info) === 'degraded') &&
        node.groups.every(({ members, isShared }) =>
          isShared ? members.every((one) => set.has(one)) : members.some((one) => set.has(one)),
        ),
    );
    for (const alarm of alarms) this.#breakCircle(alarm);
  }

  /** The names of the alarms that an alarm comes from; itself where it is no symptom. */
  rootsOf(alarm: ToldAlarm): readonly string[] {
    return [...this.#explain(alarm).ends].sort();
  }

  /** Of alarms that only explain one another the earliest is the end. */
  #breakCircle(alarm: ToldAlarm): void {
    const { ends, seen } = this.#explain(alarm);
    if (ends.size > 0) return;
    const circle = this.#alarms.filter((one) => seen.has(one));
    this.#ends.add(circle.reduce((first, one) => (one.since < first.since ? one : first)));
  }

  #explain(alarm: ToldAlarm) {
    const ends = new Set<string>();
    const seen = new Set<unknown>();
    const visitAlarm = (one: ToldAlarm) => {
      if (seen.has(one)) return;
      seen.add(one);
      if (!this.#isSymptom(one)) {
        ends.add(nameOf(one));
        return;
      }
      for (const before of [...this.#before(one), ...this.#standsFor(one)]) visitAlarm(before);
      for (const member of this.#feeders(objectOf(one))) visitObject(member);
    };
    const visitObject = (name: string) => {
      if (seen.has(name)) return;
      seen.add(name);
      const isOut = !this.#working.has(name);
      const failureClass = isOut ? 'down' : 'degraded';
      for (const one of this.#on(name)) if (classOf(one.alarmId, one.info) === failureClass) visitAlarm(one);
      for (const member of this.#feeders(name)) visitObject(member);
    };
    visitAlarm(alarm);
    return { ends, seen };
  }

  #isSymptom(alarm: ToldAlarm): boolean {
    if (this.#ends.has(alarm)) return false;
    if (this.#before(alarm).length > 0 || this.#standsFor(alarm).length > 0) return true;
    const name = objectOf(alarm);
    const failureClass = classOf(alarm.alarmId, alarm.info);
    if (failureClass === 'note') return false;
    if (failureClass === 'down')
      return this.#node(name).groups.some(({ members }) => !members.some((one) => this.#working.has(one)));
    if (!this.#working.has(name)) return true;
    return !isEquipment(alarm.alarmId) && this.#feeders(name).length > 0;
  }

  #before({ ne, object, alarmId }: ToldAlarm): readonly ToldAlarm[] {
    return this.#on(`${ne}//${object}`).filter((other) => rankOf(other.alarmId) < rankOf(alarmId));
  }

  #feeders(name: string): readonly string[] {
    const { groups } = this.#node(name);
    if (!this.#working.has(name))
      return groups
        .filter(({ members }) => !members.some((one) => this.#working.has(one)))
        .flatMap(({ members }) => members);
    if (this.#sound.has(name)) return [];
    return groups.flatMap(({ members, isShared }) => {
      if (isShared) return members.filter((one) => !this.#sound.has(one));
      return members.some((one) => this.#sound.has(one)) ? [] : members;
    });
  }

  #on(name: string): readonly ToldAlarm[] {
    return this.#alarms.filter((alarm) => objectOf(alarm) === name);
  }

  #smallest(isIn: (name: string, node: Node, set: ReadonlySet<string>) => boolean): ReadonlySet<string> {
    const set = new Set<string>();
    for (let size = -1; size !== set.size; ) {
      size = set.size;
      for (const [name, node] of this.#nodes) if (isIn(name, node, set)) set.add(name);
    }
    return set;
  }

  #node(name: string): Node {
    const node = this.#nodes.get(name) ?? { groups: [] };
    this.#nodes.set(name, node);
    return node;
  }

  #add(ne: string, { site, requires = [], objects }: Topology): void {
    const group = (one: RequirementGroup) => {
      const names = 'share' in one ? one.share : one;
      const members = names.map((name) => (name.includes('//') ? name : `${ne}//${name}`));
      for (const member of members) this.#node(member);
      return { members, isShared: 'share' in one };
    };
    const own = requires.map(group);
    const beneath = new Set(own.flatMap(({ members }) => members));
    const places = site === undefined ? [] : [group([`${NETWORK}//${site}`])];
    this.#nodes.set(`${ne}//`, { groups: [...own, ...places] });
    for (const { object, requires: needs = [] } of objects) {
      const name = `${ne}//${object}`;
      const station = beneath.has(name) ? [] : [{ members: [`${ne}//`], isShared: false }];
      this.#nodes.set(name, { groups: [...needs.map(group), ...station] });
    }
  }
}

/** An alarm's name in one word. */
export function nameOf({ ne, object, alarmId }: AlarmName): string {
  return `${ne}//${object} ${alarmId}`;
}

function objectOf({ ne, object }: AlarmName): string {
  return `${ne}//${object}`;
}
