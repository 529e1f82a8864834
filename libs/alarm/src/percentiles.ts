/** The duration that so many of a hundred do not exceed, in milliseconds; undefined where there are none. */
export interface Percentiles {
  readonly p50: number | undefined;
  readonly p90: number | undefined;
  readonly p99: number | undefined;
}

/** Durations whose logarithms are nearer than this share one slot: half a percent. */
const SLOT = Math.log(1.005);

/**
 * Percentiles of ever so many durations in little memory. Each answer is a duration that occurred, and at most
 * half a percent above the true one.
 */
export class DurationPercentiles {
  readonly #slots = new Map<number, { count: number; longestMs: number }>();
  #count = 0;

  add(durationMs: number): void {
    this.#count += 1;
    const number = durationMs < 1 ? -1 : Math.floor(Math.log(durationMs) / SLOT);
    const slot = this.#slots.get(number);
    if (slot === undefined) this.#slots.set(number, { count: 1, longestMs: durationMs });
    else {
      slot.count += 1;
      slot.longestMs = Math.max(slot.longestMs, durationMs);
    }
  }

  get percentiles(): Percentiles {
    return { p50: this.#at(0.5), p90: this.#at(0.9), p99: this.#at(0.99) };
  }

  #at(share: number): number | undefined {
    const wanted = Math.ceil(this.#count * share);
    let seen = 0;
    for (const [, { count, longestMs }] of [...this.#slots].sort(([one], [other]) => one - other)) {
      seen += count;
      if (seen >= wanted) return longestMs;
    }
    return undefined;
  }
}
