/** The largest number of instants within one span of time, and the first of them. */
export interface Cluster {
  readonly count: number;
  readonly sinceAt: number;
}

/** A bag of instants in order: cheap to change one by one, even with ten thousand. */
export class Instants {
  readonly #sorted: number[] = [];

  get count(): number {
    return this.#sorted.length;
  }

  add(at: number): void {
    this.#sorted.splice(this.#placeOf(at), 0, at);
  }

  /** Takes one out that is in. */
  remove(at: number): void {
    const place = this.#placeOf(at);
    if (this.#sorted[place] === at) this.#sorted.splice(place, 1);
  }

  /** The most that lie within `spanMs` of each other; of several such clusters the earliest. */
  mostWithin(spanMs: number): Cluster {
    let most: Cluster = { count: 0, sinceAt: Number.NaN };
    let from = 0;
    this.#sorted.forEach((at, place) => {
      while (at - (this.#sorted[from] ?? at) > spanMs) from += 1;
      const count = place - from + 1;
      if (count > most.count) most = { count, sinceAt: this.#sorted[from] ?? at };
    });
    return most;
  }

  /** The first place whose instant is not earlier. */
  #placeOf(at: number): number {
    let low = 0;
    let high = this.#sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#sorted[middle] ?? at) < at) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
