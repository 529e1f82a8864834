const REMEMBERED_MS = 5 * 60_000;
const MOST_REMEMBERED = 20_000;

interface Seen {
  readonly at: number;
  readonly says: string;
  readonly kept: Promise<unknown>;
}

/**
 * Remembers events for five minutes, so that one that is sent again counts once. Bounded: the oldest are forgotten
 * first. An event is the same as the last one of its key where it says the same: a sender may use one key for the
 * beginning and the end of a fault.
 */
export class SeenEvents {
  readonly #seen = new Map<string, Seen>();

  /** What became of the same event before: resolves once it is kept; undefined where there was none. */
  before(key: string, says: string, now: number): Promise<unknown> | undefined {
    this.#forgetOld(now);
    const known = this.#seen.get(key);
    return known?.says === says ? known.kept : undefined;
  }

  /** An event is on its way; where it cannot be kept, it is as if it had never come. */
  note(key: string, says: string, now: number, kept: Promise<unknown>): void {
    const seen = { at: now, says, kept };
    this.#seen.delete(key);
    this.#seen.set(key, seen);
    kept.catch(() => {
      if (this.#seen.get(key) === seen) this.#seen.delete(key);
    });
  }

  #forgetOld(now: number): void {
    for (const [key, { at }] of this.#seen) {
      if (now - at < REMEMBERED_MS && this.#seen.size < MOST_REMEMBERED) return;
      this.#seen.delete(key);
    }
  }
}
