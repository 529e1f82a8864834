/** A seeded source of chance (mulberry32): the same seed gives the same network and the same faults. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** A number from 0 to below 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A number from `least` to below `most`. */
  between(least: number, most: number): number {
    return least + this.next() * (most - least);
  }

  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number {
    return Math.floor(this.between(least, most + 1));
  }

  /** True with the given probability. */
  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** Waiting time until the next of events that come independently, one per `mean`. */
  exponential(mean: number): number {
    return -Math.log(1 - this.next()) * mean;
  }

  /** One of a list. Throws RangeError when it is empty. */
  pick<T>(list: readonly T[]): T {
    const index = this.whole(0, list.length - 1);
    if (index < 0 || index >= list.length) throw new RangeError('nothing to pick from');
    return list[index] as T;
  }

  /** Another source that does not depend on how often this one is asked from now on. */
  fork(): Random {
    return new Random(Math.floor(this.next() * 2 ** 32));
  }
}
