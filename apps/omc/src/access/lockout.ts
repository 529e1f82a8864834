/** How many wrong passwords in a row are free, and how the wait grows and falls. */
export interface Patience {
  readonly free: number;
  readonly firstWaitMs: number;
  readonly longestWaitMs: number;
}

/** For one user from one address: nobody else is held up, so the wait grows long. */
const OF_PAIR: Patience = { free: 5, firstWaitMs: 1_000, longestWaitMs: 900_000 };
/** For one address, whatever the users: others may sign in from there, so it is slower to begin and stays short. */
const OF_ADDRESS: Patience = { free: 30, firstWaitMs: 1_000, longestWaitMs: 30_000 };
/** After so long without a wrong password everything is forgotten. */
const FORGIVEN_MS = 3_600_000;
const MOST_REMEMBERED = 10_000;

interface Failures {
  count: number;
  lastAt: number;
}

/**
 * Holds up who tries passwords: per user and address, and per address. It never locks a user out: from elsewhere they
 * sign in as always. Remembers 10,000 of each at the most.
 */
export class Lockout {
  readonly #now: () => number;
  readonly #pairs = new Map<string, Failures>();
  readonly #addresses = new Map<string, Failures>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Begins a try, which counts as wrong until `succeeded`; gives the seconds to wait where it may not be made, else 0. */
  take(user: string, address: string): number {
    const place = networkOf(address);
    const waitMs = Math.max(
      this.#waitOf(this.#pairs, pairOf(user, place), OF_PAIR),
      this.#waitOf(this.#addresses, place, OF_ADDRESS),
    );
    if (waitMs > 0) return Math.ceil(waitMs / 1000);
    this.#count(this.#pairs, pairOf(user, place));
    this.#count(this.#addresses, place);
    return 0;
  }

  /** The password was right, or could not be checked: the try does not count. */
  succeeded(user: string, address: string): void {
    const place = networkOf(address);
    this.#pairs.delete(pairOf(user, place));
    // Whoever knows one password must not get free tries of others by it: the address gets back this try only.
    const failures = this.#addresses.get(place);
    if (failures !== undefined) failures.count = Math.max(0, failures.count - 1);
  }

  #waitOf(failures: Map<string, Failures>, key: string, { free, firstWaitMs, longestWaitMs }: Patience) {
    const known = failures.get(key);
    const now = this.#now();
    if (known === undefined || known.count < free || now - known.lastAt >= FORGIVEN_MS) return 0;
    const waitMs = Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(30, known.count - free));
    return Math.max(0, known.lastAt + waitMs - now);
  }

  #count(failures: Map<string, Failures>, key: string): void {
    const now = this.#now();
    const known = failures.get(key);
    const count = known === undefined || now - known.lastAt >= FORGIVEN_MS ? 1 : known.count + 1;
    failures.delete(key);
    failures.set(key, { count, lastAt: now });
    if (failures.size <= MOST_REMEMBERED) return;
    const [oldest] = failures.keys();
    if (oldest !== undefined) failures.delete(oldest);
  }
}

function pairOf(user: string, place: string): string {
  return `${place} ${user}`;
}

/** Somebody with an IPv6 network has 2^64 addresses of it (RFC 4291 §2.5.4): they count as one. */
function networkOf(address: string): string {
  const v4 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (v4 !== undefined || !address.includes(':')) return v4 ?? address;
  const [head = '', tail] = address.split('::');
  const left = head.split(':').filter(Boolean);
  if (tail === undefined) return left.slice(0, 4).join(':');
  const right = tail.split(':').filter(Boolean);
  const zeros = Array.from({ length: 8 - left.length - right.length }, () => '0');
  return [...left, ...zeros, ...right].slice(0, 4).join(':');
}
