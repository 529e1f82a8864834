/** How much one principal may ask for. */
export interface Rate {
  /** Requests a second that may go on for ever; 0: no limit. */
  readonly perSecond: number;
  /** Requests that may come at once after a rest. */
  readonly burst: number;
}

interface Bucket {
  /** Requests that are left, as of `at`. */
  left: number;
  at: number;
}

const MOST_PRINCIPALS = 10_000;

/** Counts the requests of each principal (token buckets); remembers 10,000 principals at the most. */
export class RateLimit {
  readonly #rate: Rate;
  readonly #now: () => number;
  readonly #buckets = new Map<string, Bucket>();

  constructor(rate: Rate, now: () => number) {
    this.#rate = rate;
    this.#now = now;
  }

  /** Takes a request of a principal; gives the whole seconds to wait where it has asked for too much, else 0. */
  take(principal: string): number {
    const { perSecond, burst } = this.#rate;
    if (perSecond === 0) return 0;
    const now = this.#now();
    const known = this.#buckets.get(principal);
    const left =
      known === undefined ? burst : Math.min(burst, known.left + ((now - known.at) / 1000) * perSecond);
    const isAllowed = left >= 1;
    this.#remember(principal, { left: isAllowed ? left - 1 : left, at: now });
    return isAllowed ? 0 : Math.max(1, Math.ceil((1 - left) / perSecond));
  }

  /** The last to ask stand at the end; whoever is forgotten has not asked for the longest time. */
  #remember(principal: string, bucket: Bucket): void {
    this.#buckets.delete(principal);
    this.#buckets.set(principal, bucket);
    if (this.#buckets.size <= MOST_PRINCIPALS) return;
    const [oldest] = this.#buckets.keys();
    if (oldest !== undefined) this.#buckets.delete(oldest);
  }
}
