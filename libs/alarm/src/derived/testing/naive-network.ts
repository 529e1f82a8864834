const SPAN_MS = 240_000;

interface NaiveStation {
  objects: readonly string[];
  faultAt: number | undefined;
  shielded: boolean;
}

interface NaiveCandidate {
  readonly object: string;
  readonly size: number;
  readonly behind: number;
  readonly down: readonly string[];
}

/** Works out the objects suspected down from nothing, for every object and every window of time. */
export class NaiveNetwork {
  readonly #stations = new Map<string, NaiveStation>();
  suspects: ReadonlySet<string> = new Set();

  place(ne: string, objects: readonly string[]): void {
    this.#alter(ne, { objects });
  }

  forget(ne: string): void {
    this.#stations.delete(ne);
  }

  disconnect(ne: string, faultAt: number): void {
    this.#alter(ne, { faultAt });
  }

  connect(ne: string): void {
    this.#alter(ne, { faultAt: undefined });
  }

  shield(ne: string, shielded: boolean): void {
    this.#alter(ne, { shielded });
  }

  /** The suspects of before are only used where two are alike. */
  settle(): void {
    const taken = new Set<string>();
    const suspects = new Set<string>();
    for (const { object, down } of this.#candidates()) {
      if (down.some((ne) => taken.has(ne))) continue;
      suspects.add(object);
      for (const ne of down) taken.add(ne);
    }
    this.suspects = suspects;
  }

  causeOf(ne: string): string | undefined {
    const station = this.#stations.get(ne);
    if (station === undefined || !counts(station)) return undefined;
    return station.objects.find((object) => this.suspects.has(object));
  }

  #candidates(): NaiveCandidate[] {
    const objects = new Set([...this.#stations.values()].flatMap((station) => station.objects));
    const rank = ({ object }: NaiveCandidate) =>
      `${this.suspects.has(object) ? 0 : 1} ${object.startsWith('Site=') ? 0 : 1} ${object}`;
    return [...objects]
      .map((object) => this.#candidate(object))
      .filter(({ size, behind }) => size >= 3 && 10 * size >= 6 * behind)
      .sort((one, other) => other.size - one.size || (rank(one) < rank(other) ? -1 : 1));
  }

  #candidate(object: string): NaiveCandidate {
    const behind = [...this.#stations].filter(([, { objects }]) => objects.includes(object));
    const down = behind.filter(([, station]) => counts(station));
    const faults = down.map(([, { faultAt = 0 }]) => faultAt);
    const sizes = faults.map((from) => faults.filter((at) => at >= from && at <= from + SPAN_MS).length);
    return { object, size: Math.max(0, ...sizes), behind: behind.length, down: down.map(([ne]) => ne) };
  }

  #alter(ne: string, change: Partial<NaiveStation>): void {
    const station = this.#stations.get(ne) ?? { objects: [], faultAt: undefined, shielded: false };
    this.#stations.set(ne, { ...station, ...change });
  }
}

function counts({ faultAt, shielded }: NaiveStation): boolean {
  return faultAt !== undefined && !shielded;
}
