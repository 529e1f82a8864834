import { type AlarmType, type Catalogue, failureClassOf } from '../catalogue.js';
import type { Info } from '../report.js';
import type { RequirementGroup, Topology } from '../topology.js';

/** What the model has to know of an active alarm. */
export interface NaiveAlarm {
  readonly id: string;
  readonly ne: string;
  readonly object: string;
  readonly alarmId: number;
  readonly faultAt: number;
  readonly info: Info;
}

interface Group {
  readonly members: readonly string[];
  readonly share: boolean;
}

/**
 * The correlation in its plainest words, worked out anew from all alarms and topologies: what the incremental one is
 * held against. Gives the ids of each alarm's roots, none where it is no symptom.
 */
export class NaiveCorrelation {
  readonly #catalogue: Catalogue;
  readonly #groups = new Map<string, readonly Group[]>();
  readonly #alarms: readonly NaiveAlarm[];
  readonly #working: ReadonlySet<string>;
  readonly #sound: ReadonlySet<string>;

  constructor(
    catalogue: Catalogue,
    topologies: ReadonlyMap<string, Topology>,
    alarms: readonly NaiveAlarm[],
  ) {
    this.#catalogue = catalogue;
    this.#alarms = alarms;
    this.#build(topologies);
    this.#working = this.#leastSet(
      (name) => !this.#hasAlarm(name, 'down'),
      (group, set) => group.members.some((each) => set.has(each)),
    );
    this.#sound = this.#leastSet(
      (name) => this.#working.has(name) && !this.#hasAlarm(name, 'degraded'),
      ({ members, share }, set) =>
        share ? members.every((each) => set.has(each)) : members.some((each) => set.has(each)),
    );
  }

  /** The roots of every alarm. */
  roots(): Map<string, readonly string[]> {
    const ends = new Set(this.#alarms.filter((alarm) => !this.#isCandidate(alarm)));
    for (;;) {
      const endless = this.#alarms.filter(
        (alarm) => !ends.has(alarm) && this.#endsOf(alarm, ends).length === 0,
      );
      if (endless.length === 0) break;
      // Of those that lead only to each other, the earliest.
      const sink = endless
        .map((alarm) => new Set([alarm, ...this.#reached(alarm, ends)]))
        .reduce((a, b) => (b.size < a.size ? b : a));
      ends.add([...sink].sort(earliest)[0] as NaiveAlarm);
    }
    return new Map(
      this.#alarms.map((alarm) => [
        alarm.id,
        ends.has(alarm)
          ? []
          : this.#endsOf(alarm, ends)
              .sort(earliest)
              .map(({ id }) => id),
      ]),
    );
  }

  #build(topologies: ReadonlyMap<string, Topology>): void {
    const explicit = new Map<string, readonly Group[]>();
    const names = new Set<string>();
    for (const { ne, object } of this.#alarms) names.add(`${ne}//${object}`);
    for (const [ne, { site, requires = [], objects }] of topologies) {
      const own = site === undefined ? requires : [[`network//${site}`], ...requires];
      for (const { object, requires: groups = [] } of [{ object: '', requires: own }, ...objects])
        explicit.set(
          `${ne}//${object}`,
          groups.map((group) => groupOf(group, ne)),
        );
    }
    for (const [name, groups] of explicit)
      for (const each of [name, ...groups.flatMap(({ members }) => members)]) names.add(each);
    for (const name of [...names]) names.add(`${neOf(name)}//`);
    for (const name of names) {
      const ne = neOf(name);
      const implied = ne !== 'network' && name !== `${ne}//` && !requiredBy(ne, explicit).has(name);
      const groups = explicit.get(name) ?? [];
      this.#groups.set(name, implied ? [...groups, { members: [`${ne}//`], share: false }] : groups);
    }
  }

  #leastSet(
    mayBeIn: (name: string) => boolean,
    meets: (group: Group, set: Set<string>) => boolean,
  ): Set<string> {
    const set = new Set<string>();
    for (let before = -1; before !== set.size; ) {
      before = set.size;
      for (const [name, groups] of this.#groups)
        if (mayBeIn(name) && groups.every((group) => meets(group, set))) set.add(name);
    }
    return set;
  }

  #type({ alarmId }: NaiveAlarm): AlarmType {
    return this.#catalogue.get(alarmId) as AlarmType;
  }

  #hasAlarm(name: string, failureClass: string): boolean {
    return this.#explaining(name, failureClass).length > 0;
  }

  #explaining(name: string, failureClass: string): NaiveAlarm[] {
    return this.#alarms.filter(
      (alarm) => placeOf(alarm) === name && failureClassOf(this.#type(alarm), alarm.info) === failureClass,
    );
  }

  #before(alarm: NaiveAlarm): NaiveAlarm[] {
    const earlier = new Set(this.#type(alarm).after);
    for (const type of earlier) for (const each of this.#catalogue.get(type)?.after ?? []) earlier.add(each);
    return this.#alarms.filter((other) => placeOf(other) === placeOf(alarm) && earlier.has(other.alarmId));
  }

  #isCandidate(alarm: NaiveAlarm): boolean {
    if (this.#before(alarm).length > 0) return true;
    const name = placeOf(alarm);
    const dead = this.#dead(name).length > 0;
    const failureClass = failureClassOf(this.#type(alarm), alarm.info);
    if (failureClass === 'note') return false;
    if (failureClass === 'down' || !this.#working.has(name)) return dead;
    return this.#type(alarm).eventType !== 'equipmentAlarm' && this.#required(name).length > 0;
  }

  #dead(name: string): string[] {
    const groups = this.#groups.get(name) ?? [];
    return groups
      .filter(({ members }) => !members.some((each) => this.#working.has(each)))
      .flatMap(({ members }) => members);
  }

  /** The members that explain an object that is not sound. */
  #required(name: string): string[] {
    if (!this.#working.has(name)) return this.#dead(name);
    if (this.#sound.has(name)) return [];
    const groups = this.#groups.get(name) ?? [];
    return groups.flatMap(({ members, share }) => {
      const unsound = members.filter((each) => !this.#sound.has(each));
      return share || unsound.length === members.length ? unsound : [];
    });
  }

  /** The alarms that explanation leads to from an alarm, which ends at `ends`. */
  #reached(alarm: NaiveAlarm, ends: ReadonlySet<NaiveAlarm>): Set<NaiveAlarm> {
    const alarms = new Set<NaiveAlarm>();
    const objects = new Set<string>();
    const expand = (each: NaiveAlarm) => {
      for (const before of this.#before(each)) alarms.add(before);
      for (const member of this.#required(placeOf(each))) objects.add(member);
    };
    expand(alarm);
    for (let before = -1; before !== alarms.size + objects.size; ) {
      before = alarms.size + objects.size;
      for (const name of objects) {
        for (const member of this.#required(name)) objects.add(member);
        for (const each of this.#explainingNow(name)) alarms.add(each);
      }
      for (const each of alarms) if (!ends.has(each)) expand(each);
    }
    return alarms;
  }

  #explainingNow(name: string): NaiveAlarm[] {
    return this.#sound.has(name) ? [] : this.#explaining(name, this.#working.has(name) ? 'degraded' : 'down');
  }

  #endsOf(alarm: NaiveAlarm, ends: ReadonlySet<NaiveAlarm>): NaiveAlarm[] {
    return [...this.#reached(alarm, ends)].filter((each) => each !== alarm && ends.has(each));
  }
}

/** All that an NE requires, directly or through others. */
function requiredBy(ne: string, groups: ReadonlyMap<string, readonly Group[]>): Set<string> {
  const reached = new Set([`${ne}//`]);
  for (const name of reached) {
    if (neOf(name) !== 'network') reached.add(`${neOf(name)}//`);
    for (const { members } of groups.get(name) ?? []) for (const member of members) reached.add(member);
  }
  return reached;
}

function groupOf(group: RequirementGroup, ne: string): Group {
  const share = 'share' in group;
  const names = share ? group.share : group;
  return { share, members: names.map((name) => (name.includes('//') ? name : `${ne}//${name}`)) };
}

function placeOf({ ne, object }: NaiveAlarm): string {
  return `${ne}//${object}`;
}

function neOf(name: string): string {
  return name.slice(0, name.indexOf('//'));
}

function earliest(a: NaiveAlarm, b: NaiveAlarm): number {
  return a.faultAt - b.faultAt || (a.id < b.id ? -1 : 1);
}
