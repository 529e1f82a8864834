import { NETWORK } from '@omc/alarm';
import type { ElementPlan, NetworkPlan } from '../network/network-plan.js';
import type { AlarmName } from './surroundings.js';

/** An alarm that an OMC infers, and the NEs (by index) whose lost links it stands for. */
export interface SharedOutage {
  readonly alarm: AlarmName;
  readonly members: ReadonlySet<number>;
}

const LEAST = 3;
const SHARE = 0.6;
const WINDOW_MS = 240_000;
const CUT_OFF_LEAST = 20;
const CUT_OFF_SHARE = 0.8;
const CUT_OFF_WINDOW_MS = 60_000;

/** Finds what lost links have in common. */
export class SharedOutages {
  readonly #plan: NetworkPlan;
  readonly #omc: string;
  readonly #behind: ReadonlyMap<string, readonly number[]>;

  /** `omc` is the name of the OMC, which it gives itself. */
  constructor(plan: NetworkPlan, omc: string) {
    this.#plan = plan;
    this.#omc = omc;
    this.#behind = behindAll(plan.elements);
  }

  /** What an OMC has to infer while these links are down, each since an instant. */
  among(downSince: ReadonlyMap<number, number>): readonly SharedOutage[] {
    const total = this.#plan.elements.length;
    const together = mostWithin([...downSince.values()], CUT_OFF_WINDOW_MS);
    if (together >= CUT_OFF_LEAST && together >= total * CUT_OFF_SHARE)
      return [{ alarm: named(`Omc=${this.#omc}`, 90_003), members: new Set(downSince.keys()) }];
    return chosen(this.#candidates(downSince));
  }

  #candidates(downSince: ReadonlyMap<number, number>): readonly SharedOutage[] {
    const touched = new Set(
      [...downSince.keys()].flatMap((index) => {
        const element = this.#plan.elements[index];
        return element === undefined ? [] : placesOf(element);
      }),
    );
    return [...touched].flatMap((place) => {
      const behind = this.#behind.get(place) ?? [];
      const members = behind.filter((index) => downSince.has(index));
      const together = mostWithin(
        members.map((index) => downSince.get(index) as number),
        WINDOW_MS,
      );
      if (together < LEAST || together < behind.length * SHARE) return [];
      return [{ alarm: named(place, 90_002), members: new Set(members) }];
    });
  }
}

function named(object: string, alarmId: number): AlarmName {
  return { ne: NETWORK, object, alarmId };
}

/** What an NE requires alone: its site, and its hub where it has one only. */
function placesOf({ site, hubs }: ElementPlan): readonly string[] {
  return hubs.length === 1 ? [site, ...hubs] : [site];
}

function behindAll(elements: readonly ElementPlan[]): ReadonlyMap<string, readonly number[]> {
  const behind = new Map<string, number[]>();
  for (const element of elements)
    for (const place of placesOf(element)) behind.set(place, [...(behind.get(place) ?? []), element.index]);
  return behind;
}

/** Of candidates that overlap the one with the most members, on a tie the site. */
function chosen(candidates: readonly SharedOutage[]): readonly SharedOutage[] {
  const isSite = ({ alarm }: SharedOutage) => Number(alarm.object.startsWith('Site='));
  const sorted = [...candidates].sort(
    (one, other) => other.members.size - one.members.size || isSite(other) - isSite(one),
  );
  const taken = new Set<number>();
  return sorted.filter(({ members }) => {
    if ([...members].some((index) => taken.has(index))) return false;
    for (const index of members) taken.add(index);
    return true;
  });
}

/** The most instants that lie within a window. */
function mostWithin(instants: readonly number[], windowMs: number): number {
  const sorted = [...instants].sort((one, other) => one - other);
  let most = 0;
  let from = 0;
  for (const [to, at] of sorted.entries()) {
    while (at - (sorted[from] as number) > windowMs) from += 1;
    most = Math.max(most, to - from + 1);
  }
  return most;
}
