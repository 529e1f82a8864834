import type { NeFault, NeSync } from '@omc/wire';

/** The most faults that an answer to a sync may have, in all its parts. */
export const MAX_SYNC_FAULTS = 20_000;
/** The most characters that its lines may have together, so that parts without end come to one. */
const MAX_SYNC_LENGTH = 16 * 1024 * 1024;

/** A whole answer to a sync. */
export interface GatheredSync {
  readonly seq: number;
  readonly faults: readonly NeFault[];
  /** Characters of all its lines. */
  readonly length: number;
}

/** What a part of an answer led to. */
export type SyncProgress = GatheredSync | 'more' | 'not asked for' | 'too large';

/** Asks for syncs, one at a time, and puts the parts of their answers together. */
export class SyncGatherer {
  readonly #ask: (id: number) => void;
  #id = 0;
  #asked = false;
  #faults: NeFault[] = [];
  #length = 0;
  #seq = Number.POSITIVE_INFINITY;
  /** A part came since the last `remind`. */
  #moving = false;
  /** The answer must count for at least this number; less: ask again. */
  #neededSeq = 0;

  constructor(ask: (id: number) => void) {
    this.#ask = ask;
  }

  /** Asks, unless an answer is awaited already; `upTo` is the highest number that is known to be missing. */
  request(upTo = 0): void {
    this.#neededSeq = Math.max(this.#neededSeq, upTo);
    if (!this.#asked) this.#askAnew();
  }

  /** A while has passed: asks again if nothing has come of the last time. */
  remind(): void {
    const stuck = this.#asked && !this.#moving;
    this.#moving = false;
    if (stuck) this.#askAnew();
  }

  /** Takes a part of an answer, from a line of so many characters. */
  hear({ id, seq, faults, more }: NeSync, length: number): SyncProgress {
    if (!this.#asked || id !== this.#id) return 'not asked for';
    this.#length += length;
    if (this.#faults.length + faults.length > MAX_SYNC_FAULTS || this.#length > MAX_SYNC_LENGTH)
      return 'too large';
    this.#moving = true;
    for (const fault of faults) this.#faults.push(fault);
    // Parts that disagree count only as far as all of them reach.
    this.#seq = Math.min(this.#seq, seq);
    return more ? 'more' : this.#complete();
  }

  #complete(): GatheredSync {
    const whole = { seq: this.#seq, faults: this.#faults, length: this.#length };
    // Falling short is left as asked, and so asked again by the next `remind`, not at once without end.
    this.#asked = whole.seq < this.#neededSeq;
    this.#reset();
    return whole;
  }

  #askAnew(): void {
    this.#reset();
    this.#asked = true;
    this.#ask(++this.#id);
  }

  #reset(): void {
    this.#faults = [];
    this.#length = 0;
    this.#seq = Number.POSITIVE_INFINITY;
    this.#moving = false;
  }
}
