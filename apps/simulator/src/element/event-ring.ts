import type { NeEvent } from '@omc/wire';

/**
 * The numbered events of an NE that are not acknowledged yet, in order. Holds at most `capacity`; beyond that the
 * oldest are dropped, so that the first number that it holds rises.
 */
export class EventRing {
  readonly #capacity: number;
  readonly #slots: (NeEvent | undefined)[] = [];
  #firstSeq = 1;
  #lastSeq = 0;

  constructor(capacity: number) {
    if (!(capacity >= 1)) throw new RangeError(`a ring holds at least one event, not ${capacity}`);
    this.#capacity = capacity;
  }

  /** Number of the oldest event held; one more than the last number while there is none. */
  get firstSeq(): number {
    return this.#firstSeq;
  }

  /** Number of the latest event, acknowledged or not; 0 before the first. */
  get lastSeq(): number {
    return this.#lastSeq;
  }

  /** Numbers an event and holds it. */
  append(event: Omit<NeEvent, 't' | 'seq'>): NeEvent {
    this.#lastSeq += 1;
    const numbered: NeEvent = { t: 'event', seq: this.#lastSeq, ...event };
    this.#slots[this.#lastSeq % this.#capacity] = numbered;
    this.#firstSeq = Math.max(this.#firstSeq, this.#lastSeq - this.#capacity + 1);
    return numbered;
  }

  /** The first event held after a number, or undefined where there is none. */
  after(seq: number): NeEvent | undefined {
    const next = Math.max(seq + 1, this.#firstSeq);
    return next <= this.#lastSeq ? this.#slots[next % this.#capacity] : undefined;
  }

  /** Drops everything up to a number. */
  dropTo(seq: number): void {
    const last = Math.min(seq, this.#lastSeq);
    for (; this.#firstSeq <= last; this.#firstSeq += 1)
      this.#slots[this.#firstSeq % this.#capacity] = undefined;
  }
}
