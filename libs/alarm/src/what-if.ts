import { type FaultFollower, type FaultOutcome, outcomeOf } from './fault-outcome.js';
import { atRest, clearedByOperator, type Decision, type HoldOffState, hear, settle } from './hold-off.js';
import type { RawState } from './report.js';
import type { Windows } from './windows.js';

/**
 * What the hold-off would have made of one key's faults with other windows. It is the hold-off itself that
 * decides, so the answer cannot differ from what these windows do when they are in force. Event time counts: that
 * a link was away for a while, so that its windows waited, changes when something was decided, not what.
 */
export class WhatIf implements FaultFollower {
  readonly #windows: Windows;
  #state: HoldOffState = atRest;
  #raisedAt: number | undefined;
  #wasActive = false;

  constructor(windows: Windows) {
    this.#windows = windows;
  }

  beginAlarmed(at: number): void {
    this.#state = { ...atRest, raw: 'fault', since: at, settled: 'fault', decidedAt: at };
    this.#wasActive = true;
  }

  turn(raw: RawState, at: number): void {
    const { state, decisions } = hear(this.#state, raw, at, this.#windows);
    this.#state = state;
    if (raw === 'fault') this.#raisedAt = undefined;
    this.#note(decisions);
    if (raw === 'fault') this.#wasActive = state.settled === 'fault' && this.#raisedAt === undefined;
  }

  /** An alarm that ended in the middle of its fault was ended by an operator, who would have done so here, too. */
  decided(settled: RawState, at: number): void {
    if (settled === 'fault' || this.#state.raw === 'ok') return;
    this.pass(at);
    if (this.#state.settled === 'fault') this.#state = clearedByOperator(this.#state, at);
  }

  pass(at: number): void {
    const { state, decisions } = settle(this.#state, this.#windows, at);
    this.#state = state;
    this.#note(decisions);
  }

  outcome(ended: boolean): FaultOutcome {
    return outcomeOf(this.#raisedAt, this.#wasActive, ended);
  }

  #note(decisions: readonly Decision[]): void {
    for (const { settled, at } of decisions) if (settled === 'fault') this.#raisedAt = at;
  }
}
