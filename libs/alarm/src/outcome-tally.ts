import type { FaultOutcome, KeyName, RawFault } from './fault-outcome.js';

/** A fault with its key. */
export interface KeyFault extends KeyName {
  readonly faultAt: number;
  readonly durationMs: number;
}

/** What became of all faults together. Durations in milliseconds; undefined where there is nothing to measure. */
export interface OutcomeFigures {
  /** Alarms. */
  readonly raised: number;
  /** Of these, raised later than their fault began. */
  readonly delayed: number;
  /** From the beginning of the fault to the raise, over all alarms. */
  readonly meanDelayMs: number | undefined;
  readonly maxDelayMs: number | undefined;
  /** Faults that ended and were never shown. */
  readonly hidden: number;
  /** Faults that belonged to an alarm that was active already. */
  readonly joined: number;
  /** Faults that were there at the end, and no alarm yet. */
  readonly pending: number;
  readonly longestHidden: KeyFault | undefined;
}

/** Counts outcomes of faults. */
export class OutcomeTally {
  readonly #counts = { raised: 0, hidden: 0, joined: 0, pending: 0 };
  #delayed = 0;
  #totalDelayMs = 0;
  #maxDelayMs = 0;
  #longestHidden: KeyFault | undefined;

  add(key: KeyName, fault: RawFault, outcome: FaultOutcome): void {
    this.#counts[outcome.kind] += 1;
    if (outcome.kind === 'raised') this.#addDelay(outcome.raisedAt - fault.faultAt);
    if (outcome.kind === 'hidden') this.#addHidden(key, fault);
  }

  get figures(): OutcomeFigures {
    const { raised } = this.#counts;
    const measured = raised > 0;
    return {
      ...this.#counts,
      delayed: this.#delayed,
      meanDelayMs: measured ? this.#totalDelayMs / raised : undefined,
      maxDelayMs: measured ? this.#maxDelayMs : undefined,
      longestHidden: this.#longestHidden,
    };
  }

  #addDelay(delayMs: number): void {
    if (delayMs > 0) this.#delayed += 1;
    this.#totalDelayMs += delayMs;
    this.#maxDelayMs = Math.max(this.#maxDelayMs, delayMs);
  }

  #addHidden({ ne, object, alarmId }: KeyName, { faultAt, endedAt = faultAt }: RawFault): void {
    const durationMs = endedAt - faultAt;
    if (this.#longestHidden === undefined || durationMs > this.#longestHidden.durationMs)
      this.#longestHidden = { ne, object, alarmId, faultAt, durationMs };
  }
}
