/** More active alarms of one type than this, in an NE or in a subnet, are unusually many. */
export interface TypeThresholds {
  readonly ne: number;
  readonly subnet: number;
}

/** The thresholds of a type for which nothing else is set. */
export const defaultThresholds: TypeThresholds = { ne: 20, subnet: 100 };

/** Where alarms of one type are counted. */
export type CountScope = { readonly ne: string } | { readonly subnet: string };

/** A count that passed its threshold, fell to 80 % of it, or moved while it was beyond. */
export interface CountTurn {
  readonly kind: 'begun' | 'ended' | 'changed';
  readonly scope: CountScope;
  readonly alarmId: number;
  readonly members: number;
  readonly threshold: number;
}

interface Counter {
  readonly scope: CountScope;
  readonly alarmId: number;
  members: number;
  exceeds: boolean;
  /** The members that were last told. */
  told: number;
}

type Counters = Map<string, Map<number, Counter>>;

/**
 * Counts the active alarms of each type in every NE and subnet. A change costs the same however many there are;
 * turns are told once a batch, by `settle`.
 */
export class TypeCounts {
  readonly #thresholdsOf: (alarmId: number) => TypeThresholds;
  readonly #ofNe: Counters = new Map();
  readonly #ofSubnet: Counters = new Map();
  readonly #subnetOf = new Map<string, string>();
  readonly #touched = new Set<Counter>();

  constructor(thresholdsOf: (alarmId: number) => TypeThresholds) {
    this.#thresholdsOf = thresholdsOf;
  }

  raised(ne: string, alarmId: number): void {
    this.#count(ne, alarmId, 1);
  }

  cleared(ne: string, alarmId: number): void {
    this.#count(ne, alarmId, -1);
  }

  /** The NE, with all its alarms, is in this subnet from now on, or in none. */
  place(ne: string, subnet: string | undefined): void {
    const before = this.#subnetOf.get(ne);
    if (before === subnet) return;
    for (const { alarmId, members } of this.#ofNe.get(ne)?.values() ?? []) {
      if (before !== undefined) this.#add(this.#inSubnet(before, alarmId), -members);
      if (subnet !== undefined) this.#add(this.#inSubnet(subnet, alarmId), members);
    }
    if (subnet === undefined) this.#subnetOf.delete(ne);
    else this.#subnetOf.set(ne, subnet);
  }

  /** The thresholds of a type are others: its counts are looked at again. */
  rethink(alarmId: number): void {
    for (const counters of [this.#ofNe, this.#ofSubnet])
      for (const ofScope of counters.values()) {
        const counter = ofScope.get(alarmId);
        if (counter !== undefined) this.#touched.add(counter);
      }
  }

  /** Goes on with a count that was beyond its threshold, with so many members, before a restart. */
  resume(scope: CountScope, alarmId: number, members: number): void {
    const counter = 'ne' in scope ? this.#inNe(scope.ne, alarmId) : this.#inSubnet(scope.subnet, alarmId);
    counter.exceeds = true;
    counter.told = members;
    this.#touched.add(counter);
  }

  /** What became of the counts that were touched since the last time. */
  settle(): CountTurn[] {
    const turns: CountTurn[] = [];
    for (const counter of this.#touched) {
      const turn = this.#turnOf(counter);
      if (turn !== undefined) turns.push(turn);
      if (counter.members === 0) this.#forget(counter);
    }
    this.#touched.clear();
    return turns;
  }

  #count(ne: string, alarmId: number, by: number): void {
    this.#add(this.#inNe(ne, alarmId), by);
    const subnet = this.#subnetOf.get(ne);
    if (subnet !== undefined) this.#add(this.#inSubnet(subnet, alarmId), by);
  }

  #add(counter: Counter, by: number): void {
    counter.members += by;
    this.#touched.add(counter);
  }

  #turnOf(counter: Counter): CountTurn | undefined {
    const { scope, alarmId, members, exceeds, told } = counter;
    const thresholds = this.#thresholdsOf(alarmId);
    const threshold = 'ne' in scope ? thresholds.ne : thresholds.subnet;
    // In whole numbers, so that 80 % is exactly that.
    counter.exceeds = exceeds ? members * 5 > threshold * 4 : members > threshold;
    counter.told = members;
    const turn = { scope, alarmId, members, threshold };
    if (counter.exceeds !== exceeds) return { kind: exceeds ? 'ended' : 'begun', ...turn };
    return exceeds && members !== told ? { kind: 'changed', ...turn } : undefined;
  }

  #forget({ scope, alarmId }: Counter): void {
    const [counters, name] = 'ne' in scope ? [this.#ofNe, scope.ne] : [this.#ofSubnet, scope.subnet];
    const ofScope = counters.get(name);
    ofScope?.delete(alarmId);
    if (ofScope?.size === 0) counters.delete(name);
  }

  #inNe(ne: string, alarmId: number): Counter {
    return obtain(this.#ofNe, ne, alarmId, { ne });
  }

  #inSubnet(subnet: string, alarmId: number): Counter {
    return obtain(this.#ofSubnet, subnet, alarmId, { subnet });
  }
}

function obtain(counters: Counters, name: string, alarmId: number, scope: CountScope): Counter {
  const ofScope = counters.get(name) ?? new Map<number, Counter>();
  const known = ofScope.get(alarmId);
  if (known !== undefined) return known;
  const counter = { scope, alarmId, members: 0, exceeds: false, told: 0 };
  counters.set(name, ofScope.set(alarmId, counter));
  return counter;
}
