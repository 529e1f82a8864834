/** Turns that are taken before the event loop goes round. */
const TURNS_A_ROUND = 32;
/** So many that wait are a crowd. */
const CROWD = 64;

/** Something that works a slice at a time. */
export interface TurnTaker {
  /** Does one slice; returns whether more is left. */
  turn(): boolean;
  /** Whether it has something left, or may have. */
  readonly isBehind: boolean;
  /** Does all that it received, out of turn. */
  hurry(): void;
  /** The NE whose it is. */
  readonly ne: string;
}

/**
 * Lets many work a slice at a time, one after the other, so that no flood starves the others. While it is
 * stopped, nobody has a turn.
 */
export class FairTurns {
  readonly #waiting = new Set<TurnTaker>();
  #scheduled = false;
  #stopped = false;

  /** Queues somebody. */
  add(taker: TurnTaker): void {
    this.#waiting.add(taker);
    this.#schedule();
  }

  /** Whether whoever queues now will have to wait: nobody has a turn, or many are before him. */
  get isCrowded(): boolean {
    return this.#stopped || this.#waiting.size > CROWD;
  }

  /** Stops, or goes on. */
  stop(stopped: boolean): void {
    this.#stopped = stopped;
    this.#schedule();
  }

  /** Those who wait, and have something left, or may have. */
  *waiting(): Iterable<TurnTaker> {
    for (const taker of this.#waiting) if (taker.isBehind) yield taker;
  }

  #schedule(): void {
    if (this.#scheduled || this.#stopped || this.#waiting.size === 0) return;
    this.#scheduled = true;
    setImmediate(() => this.#round());
  }

  #round(): void {
    this.#scheduled = false;
    let turns = 0;
    for (const taker of this.#waiting) {
      if (this.#stopped || turns++ === TURNS_A_ROUND) break;
      this.#waiting.delete(taker);
      if (taker.turn()) this.#waiting.add(taker);
    }
    this.#schedule();
  }
}
