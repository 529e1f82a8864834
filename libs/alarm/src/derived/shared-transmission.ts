import { byLikelihood, SharedCandidate } from './shared-candidate.js';

/** An object of the network that is suspected from now on, or no longer. */
export interface SharedTurn {
  readonly kind: 'begun' | 'ended';
  /** Its name within the NE `network`, such as `Hub=3`. */
  readonly object: string;
  /** When the first of the disconnections began that speak for it. */
  readonly sinceAt: number;
  readonly disconnected: number;
  /** How many NEs require it alone. */
  readonly behind: number;
}

/** What a batch changed. */
export interface SharedSettlement {
  readonly turns: readonly SharedTurn[];
  /** NEs whose disconnection is explained otherwise than before. */
  readonly touched: readonly string[];
}

interface Station {
  candidates: readonly SharedCandidate[];
  faultAt: number | undefined;
  shielded: boolean;
  /** The object that was last told to explain its disconnection. */
  told: string | undefined;
}

/**
 * Infers which shared object of the network is down from the NEs behind it that are disconnected: at least 3 and
 * 60 % of those that require it alone, within four minutes. Of candidates that share a disconnected NE only the
 * likeliest is inferred. What a batch touches is looked at again, by `settle`, and nothing else.
 */
export class SharedTransmission {
  readonly #stations = new Map<string, Station>();
  readonly #candidates = new Map<string, SharedCandidate>();
  readonly #dirty = new Set<SharedCandidate>();
  readonly #moved = new Set<string>();
  /** Since the last time NEs were disconnected, and nothing else happened. */
  #grows = true;

  /** Says which objects of the network an NE requires alone, its site among them. */
  place(ne: string, objects: readonly string[]): void {
    this.#grows = false;
    const station = this.#station(ne);
    this.#uncount(ne, station);
    for (const candidate of station.candidates) candidate.behind.delete(ne);
    station.candidates = [...new Set(objects)].map((object) => this.#candidate(object));
    for (const candidate of station.candidates) candidate.behind.add(ne);
    this.#count(ne, station);
  }

  /** The NE is no more. */
  forget(ne: string): void {
    this.place(ne, []);
    this.#stations.delete(ne);
  }

  /** The NE is disconnected since then. */
  disconnect(ne: string, faultAt: number): void {
    this.#alter(ne, { faultAt });
  }

  connect(ne: string): void {
    // One that was removed is known no more.
    if (this.#stations.has(ne)) this.#alter(ne, { faultAt: undefined });
  }

  /** The disconnection of a shielded NE speaks for no object. */
  shield(ne: string, shielded: boolean): void {
    if (shielded || this.#stations.has(ne)) this.#alter(ne, { shielded });
  }

  /** Goes on with an object that was inferred before a restart. */
  resume(object: string): void {
    this.#grows = false;
    this.#candidate(object).inferred = true;
  }

  /** The object that explains the NE's disconnection. */
  causeOf(ne: string): string | undefined {
    const station = this.#stations.get(ne);
    if (station === undefined || !counts(station)) return undefined;
    return station.candidates.find(({ inferred }) => inferred)?.object;
  }

  /** What follows from all that was said since the last time. */
  settle(): SharedSettlement {
    const seeds = [...this.#dirty].filter((candidate) => {
      const mattered = candidate.size > 0 || candidate.inferred;
      candidate.measure();
      return mattered || candidate.size > 0;
    });
    const turns = this.#grows && this.#isExplained(seeds) ? [] : this.#choose(this.#connected(seeds));
    const touched = [...this.#moved].filter((ne) => this.#isToldAnew(ne));
    for (const candidate of this.#dirty)
      if (candidate.behind.size === 0) this.#candidates.delete(candidate.object);
    this.#dirty.clear();
    this.#moved.clear();
    this.#grows = true;
    return { turns, touched };
  }

  /**
   * Whether all that disconnected lies behind one object that is inferred already and still the likeliest: then
   * nothing turns. So a large disturbance does not cost its whole size again with each NE that joins it.
   */
  #isExplained(seeds: SharedCandidate[]): boolean {
    const [likeliest, ...others] = seeds.sort(byLikelihood);
    if (likeliest === undefined || likeliest.size === 0 || !likeliest.inferred) return false;
    if (others.some(({ inferred }) => inferred)) return false;
    for (const ne of this.#moved) if (!likeliest.down.has(ne)) return false;
    return true;
  }

  #alter(ne: string, change: Partial<Station>): void {
    const station = this.#station(ne);
    this.#uncount(ne, station);
    Object.assign(station, change);
    this.#count(ne, station);
  }

  #uncount(ne: string, station: Station): void {
    this.#moved.add(ne);
    for (const candidate of station.candidates) {
      this.#dirty.add(candidate);
      if (counts(station)) candidate.connect(ne, station.faultAt);
    }
    if (counts(station)) this.#grows = false;
  }

  #count(ne: string, station: Station): void {
    if (!counts(station)) return;
    for (const candidate of station.candidates) candidate.disconnect(ne, station.faultAt);
  }

  /** All candidates that share disconnected NEs with these, directly or through others, themselves included. */
  #connected(seeds: readonly SharedCandidate[]): SharedCandidate[] {
    const found = new Set(seeds);
    const seen = new Set<string>();
    // What is added meanwhile is visited too.
    for (const candidate of found)
      for (const ne of candidate.down) {
        if (seen.has(ne)) continue;
        seen.add(ne);
        for (const other of this.#stations.get(ne)?.candidates ?? []) if (other.size > 0) found.add(other);
      }
    return [...found];
  }

  #choose(candidates: SharedCandidate[]): SharedTurn[] {
    const explained = new Set<string>();
    const turns: SharedTurn[] = [];
    for (const candidate of candidates.sort(byLikelihood)) {
      const inferred = candidate.size > 0 && !overlaps(candidate, explained);
      if (inferred) for (const ne of candidate.down) explained.add(ne);
      if (inferred !== candidate.inferred) turns.push(this.#turn(candidate, inferred));
    }
    // Ends come first: an NE passes from one object to another.
    return turns.sort((one, other) => Number(one.kind === 'begun') - Number(other.kind === 'begun'));
  }

  #turn(candidate: SharedCandidate, inferred: boolean): SharedTurn {
    candidate.inferred = inferred;
    for (const ne of candidate.down) this.#moved.add(ne);
    const { object, sinceAt, size, behind } = candidate;
    return { kind: inferred ? 'begun' : 'ended', object, sinceAt, disconnected: size, behind: behind.size };
  }

  #isToldAnew(ne: string): boolean {
    const cause = this.causeOf(ne);
    const station = this.#stations.get(ne);
    if (station === undefined || station.told === cause) return false;
    station.told = cause;
    return true;
  }

  #station(ne: string): Station {
    const known = this.#stations.get(ne);
    if (known !== undefined) return known;
    const station = { candidates: [], faultAt: undefined, shielded: false, told: undefined };
    this.#stations.set(ne, station);
    return station;
  }

  #candidate(object: string): SharedCandidate {
    const candidate = this.#candidates.get(object) ?? new SharedCandidate(object);
    this.#candidates.set(object, candidate);
    this.#dirty.add(candidate);
    return candidate;
  }
}

function overlaps({ down }: SharedCandidate, explained: ReadonlySet<string>): boolean {
  for (const ne of down) if (explained.has(ne)) return true;
  return false;
}

function counts(station: Station): station is Station & { faultAt: number } {
  return station.faultAt !== undefined && !station.shielded;
}
