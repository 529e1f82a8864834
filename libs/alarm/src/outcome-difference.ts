import type { FaultOutcome } from './fault-outcome.js';

/** In what a proposed filter differs from what was done. Durations in milliseconds. */
export interface OutcomeDifference {
  /** Faults that were shown and would not be. */
  readonly hidden: number;
  /** Faults that were not shown and would be. */
  readonly shown: number;
  /** Faults whose alarm would be raised later than it was, and by how much. */
  readonly later: number;
  readonly meanLaterMs: number | undefined;
  readonly maxLaterMs: number | undefined;
  /** Faults whose alarm would be raised earlier than it was. */
  readonly earlier: number;
}

/** Counts, fault by fault, in what two outcomes differ. */
export class DifferenceTally {
  #hidden = 0;
  #shown = 0;
  #later = 0;
  #earlier = 0;
  #totalLaterMs = 0;
  #maxLaterMs = 0;

  add(done: FaultOutcome, proposed: FaultOutcome): void {
    if (isShown(done) && proposed.kind === 'hidden') this.#hidden += 1;
    if (done.kind === 'hidden' && isShown(proposed)) this.#shown += 1;
    if (done.kind === 'raised' && proposed.kind === 'raised')
      this.#addLater(proposed.raisedAt - done.raisedAt);
  }

  get figures(): OutcomeDifference {
    const measured = this.#later > 0;
    return {
      hidden: this.#hidden,
      shown: this.#shown,
      later: this.#later,
      meanLaterMs: measured ? this.#totalLaterMs / this.#later : undefined,
      maxLaterMs: measured ? this.#maxLaterMs : undefined,
      earlier: this.#earlier,
    };
  }

  #addLater(laterMs: number): void {
    if (laterMs < 0) this.#earlier += 1;
    if (laterMs <= 0) return;
    this.#later += 1;
    this.#totalLaterMs += laterMs;
    this.#maxLaterMs = Math.max(this.#maxLaterMs, laterMs);
  }
}

/** Whether an operator saw the fault: as an alarm of its own, or as part of one. */
export function isShown({ kind }: FaultOutcome): boolean {
  return kind === 'raised' || kind === 'joined';
}
