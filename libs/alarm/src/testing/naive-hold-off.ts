import type { RawState } from '../report.js';

/** A rule in milliseconds, as an operator would say it. */
export interface NaiveRule {
  readonly createWindow: number;
  readonly createThreshold: number;
  readonly restoreWindow: number;
  readonly restoreThreshold: number;
  readonly statWindow: number;
  readonly statCreate: number;
  readonly statRestore: number;
}

/** What an operator sees: `raise`, `raise intermittent` or `clear`, and when. */
export type NaiveDecision = readonly [at: number, what: 'raise' | 'raise intermittent' | 'clear'];

/**
 * One key watched millisecond by millisecond: every rule is looked up in the whole history, each time anew.
 * Slow and simple on purpose; the hold-off must decide the same at the same instants.
 */
export class NaiveHoldOff {
  #rule: NaiveRule;
  now = 0;
  #raw: RawState = 'ok';
  #active = false;
  #quiet = false;
  readonly decisions: NaiveDecision[] = [];
  /** Whether the key was in fault during each millisecond so far. */
  readonly #inFault: boolean[] = [];
  #changedAt = 0;
  readonly #begins: number[] = [];

  constructor(rule: NaiveRule) {
    this.#rule = rule;
  }

  /** Lives on to an instant, deciding at each millisecond. */
  liveTo(instant: number): void {
    while (this.now < instant) {
      this.#inFault.push(this.#raw === 'fault');
      this.now += 1;
      this.#decide();
    }
  }

  hear(raw: RawState): void {
    if (raw === this.#raw) return;
    this.#raw = raw;
    this.#changedAt = this.now;
    if (raw === 'fault') this.#begins.push(this.now);
    else this.#quiet = false;
    this.#decide();
  }

  operatorClears(): void {
    this.#active = false;
    this.#quiet = this.#raw === 'fault';
  }

  /** Another rule is in force from now on, for what is past as well. */
  changeRule(rule: NaiveRule): void {
    this.#rule = rule;
    this.#decide();
  }

  #decide(): void {
    if (this.#active) this.#decideClear();
    else if (this.#raw === 'fault' && !this.#quiet) this.#decideRaise();
  }

  #decideRaise(): void {
    const { createWindow, createThreshold, statWindow, statCreate } = this.#rule;
    const unbroken = createThreshold === createWindow;
    if (unbroken ? this.#unchangedFor(createWindow) : this.#faultMs(createWindow) >= createThreshold)
      this.#tell('raise');
    else if (statWindow > 0 && this.#beginsIn(statWindow) >= statCreate) this.#tell('raise intermittent');
  }

  #decideClear(): void {
    const { restoreWindow, restoreThreshold, statWindow, statRestore } = this.#rule;
    if (this.#raw === 'fault') return;
    const unbroken = restoreThreshold === 0;
    if (unbroken ? !this.#unchangedFor(restoreWindow) : this.#faultMs(restoreWindow) > restoreThreshold)
      return;
    if (statWindow > 0 && this.#beginsIn(statWindow) > statRestore) return;
    this.#tell('clear');
  }

  #tell(what: NaiveDecision[1]): void {
    this.#active = what !== 'clear';
    this.decisions.push([this.now, what]);
  }

  /** Without a break, not even one of no length. */
  #unchangedFor(windowMs: number): boolean {
    return this.now - this.#changedAt >= windowMs;
  }

  #faultMs(windowMs: number): number {
    let total = 0;
    for (let ms = Math.max(0, this.now - windowMs); ms < this.now; ms++) if (this.#inFault[ms]) total += 1;
    return total;
  }

  #beginsIn(windowMs: number): number {
    return this.#begins.filter((begin) => begin > this.now - windowMs).length;
  }
}
