import { type FaultFollower, type FaultOutcome, outcomeOf } from './fault-outcome.js';
import type { RawState } from './report.js';

/** What was made of one key's faults, by the decisions that the journal holds. */
export class WhatWas implements FaultFollower {
  #settled: RawState = 'ok';
  #raisedAt: number | undefined;
  #wasActive = false;

  beginAlarmed(): void {
    this.#settled = 'fault';
    this.#wasActive = true;
  }

  turn(raw: RawState): void {
    if (raw === 'ok') return;
    this.#raisedAt = undefined;
    this.#wasActive = this.#settled === 'fault';
  }

  decided(settled: RawState, at: number): void {
    this.#settled = settled;
    if (settled === 'fault') this.#raisedAt = at;
  }

  /** What was not decided was not decided. */
  pass(): void {}

  outcome(ended: boolean): FaultOutcome {
    return outcomeOf(this.#raisedAt, this.#wasActive, ended);
  }
}
