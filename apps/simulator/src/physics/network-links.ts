import { NETWORK } from '@omc/alarm';
import type { ElementPlan, NetworkPlan } from '../network/network-plan.js';
import type { Blame } from './blame.js';
import type { ElementBody } from './element-body.js';
import { type SharedOutage, SharedOutages } from './shared-outages.js';
import type { AlarmName, Surroundings } from './surroundings.js';

const NONE: ReadonlySet<string> = new Set();
/** The network's object that stands for all ways from the OMC. */
const OMC = 'Omc';

/** What a change of links makes of the rest. */
interface Aftermath {
  /** NEs (by index) for which things look different now. */
  readonly affected: Iterable<number>;
  readonly begun: readonly { readonly name: AlarmName; readonly blame: Blame }[];
  readonly ended: readonly AlarmName[];
}

/** What NEs have in common: hubs, MMEs, routers, and the ways between them and to the OMC. */
export class NetworkLinks implements Surroundings {
  readonly #plan: NetworkPlan;
  readonly #bodyOf: (index: number) => ElementBody | undefined;
  readonly #indexOf: ReadonlyMap<string, number>;
  readonly #behind = new Map<string, number[]>();
  readonly #failed = new Map<string, Set<string>>();
  readonly #shared: SharedOutages;
  readonly #downSince = new Map<number, number>();
  #outages: readonly SharedOutage[] = [];
  #roots = new Map<string, readonly AlarmName[]>();
  #isTurned = false;

  constructor(plan: NetworkPlan, omc: string, bodyOf: (index: number) => ElementBody | undefined) {
    this.#plan = plan;
    this.#bodyOf = bodyOf;
    this.#shared = new SharedOutages(plan, omc);
    this.#indexOf = new Map(plan.elements.map(({ id, index }) => [id, index]));
    for (const { index, hubs, router, mmeLinks } of plan.elements)
      for (const object of [...hubs, router, ...mmeLinks.map(({ mme }) => mme)])
        this.#listBehind(object).push(index);
  }

  #listBehind(object: string): number[] {
    const list = this.#behind.get(object) ?? [];
    this.#behind.set(object, list);
    return list;
  }

  /** Something of the network fails or is repaired; the NEs (by index) that feel it. */
  fail(object: string, fault: string, present: boolean): Iterable<number> {
    const faults = this.#failed.get(object) ?? new Set();
    this.#failed.set(object, faults);
    if (present) faults.add(fault);
    else faults.delete(fault);
    if (object === OMC) return this.#plan.elements.keys();
    const felt = this.#behind.get(object) ?? [];
    return object.startsWith('Hub=') ? felt.flatMap((one) => [one, ...this.neighboursOf(one)]) : felt;
  }

  readonly faultsOf = (object: string): ReadonlySet<string> => this.#failed.get(object) ?? NONE;

  readonly barring = (ne: string): ReadonlySet<string> => {
    const { index, hubs } = this.#elementOf(ne);
    const dead = this.#bodyOf(index)?.faultsBy('dead') ?? [];
    const isCut = hubs.every((hub) => this.faultsOf(hub).size > 0);
    return new Set([...dead, ...(isCut ? hubs.flatMap((hub) => [...this.faultsOf(hub)]) : [])]);
  };

  readonly linkRoots = (ne: string): readonly AlarmName[] => this.#roots.get(ne) ?? [];

  /** The faults for which an NE's link to the OMC is down; none while it is up. */
  faultsOfLink(ne: string): ReadonlySet<string> {
    const away = this.#bodyOf(this.#elementOf(ne).index)?.faultsBy('management-lost') ?? [];
    return new Set([...this.barring(ne), ...away, ...this.faultsOf(OMC)]);
  }

  /** Who has an X2 link to an NE. */
  neighboursOf(index: number): readonly number[] {
    return this.#plan.elements[index]?.peerLinks.map(({ neighbour }) => neighbour) ?? [];
  }

  /** A link has gone or come. */
  turn(index: number, isUp: boolean, at: number): void {
    if (isUp) this.#downSince.delete(index);
    else this.#downSince.set(index, at);
    this.#isTurned = true;
  }

  /** Why a link is down; undefined while it is up. */
  blameOfLink(ne: string): Blame | undefined {
    const roots = this.linkRoots(ne);
    return roots.length === 0 ? undefined : { causes: [...this.faultsOfLink(ne)].sort(), roots };
  }

  /** Draws the conclusions from links that have turned. */
  settle(): Aftermath {
    if (!this.#isTurned) return { affected: [], begun: [], ended: [] };
    this.#isTurned = false;
    const [before, was] = [this.#outages, this.#roots];
    this.#outages = this.#shared.among(this.#downSince);
    this.#roots = new Map([...this.#downSince.keys()].map((index) => this.#rootsOf(index)));
    const isNew = ({ alarm }: SharedOutage, others: readonly SharedOutage[]) =>
      !others.some((other) => other.alarm.object === alarm.object);
    return {
      affected: this.#changedSince(was),
      begun: this.#outages
        .filter((one) => isNew(one, before))
        .map((outage) => ({ name: outage.alarm, blame: this.#blameOf(outage) })),
      ended: before.filter((one) => isNew(one, this.#outages)).map(({ alarm }) => alarm),
    };
  }

  #changedSince(was: ReadonlyMap<string, readonly AlarmName[]>): number[] {
    const all = new Set([...was.keys(), ...this.#roots.keys()]);
    return [...all]
      .filter((ne) => JSON.stringify(was.get(ne)) !== JSON.stringify(this.#roots.get(ne)))
      .map((ne) => this.#elementOf(ne).index)
      .flatMap((index) => [index, ...this.neighboursOf(index)]);
  }

  #rootsOf(index: number): readonly [string, readonly AlarmName[]] {
    const { id, power, hasSecondGrid } = this.#plan.elements[index] as ElementPlan;
    const isPower = !hasSecondGrid && this.#bodyOf(index)?.isKnownExhausted === true;
    const roots = [
      ...(isPower ? [{ ne: id, object: power, alarmId: 25_622 }] : []),
      ...this.#outages.filter(({ members }) => members.has(index)).map(({ alarm }) => alarm),
    ];
    return [id, roots.length > 0 ? roots : [{ ne: id, object: '', alarmId: 301 }]];
  }

  #blameOf({ alarm, members }: SharedOutage): Blame {
    const causes = [...members].flatMap((index) => [
      ...this.faultsOfLink(this.#plan.elements[index]?.id ?? NETWORK),
    ]);
    return { causes: [...new Set(causes)].sort(), roots: [alarm] };
  }

  #elementOf(ne: string): ElementPlan {
    return this.#plan.elements[this.#indexOf.get(ne) as number] as ElementPlan;
  }
}
