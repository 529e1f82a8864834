/** Turns that are taken before the event loop goes round. */
const TURNS_A_ROUND = 32;
/** So many that wait are a crowd. */
const CROWD = 64;

/** Something that works a slice at a time. */
export interface TurnTaker {
  /** Does one slice; returns whether more is left. */
  turn(): boolean;
  /** When the oldest arrived of what it has left, milliseconds since 1970; undefined where nothing is. */
  readonly oldestAt: number | undefined;
}

interface Barrier {
  readonly at: number;
  readonly passed: () => void;
}

/**
 * Lets many work a slice at a time, one after the other, so that no flood starves the others. While it is
 * stopped, nobody has a turn.
 */
export class FairTurns {
  readonly #waiting = new Set<TurnTaker>();
  #barriers: Barrier[] = [];
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

  /** Resolves when everything is done that had arrived at an instant. */
  caughtUp(at: number): Promise<void> {
    if (!this.#hasOlder(at)) return Promise.resolve();
    return new Promise((passed) => {
      this.#barriers.push({ at, passed });
    });
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
    if (this.#barriers.length > 0) this.#pass();
    this.#schedule();
  }

  #pass(): void {
    const waiting = this.#barriers;
    this.#barriers = waiting.filter(({ at }) => this.#hasOlder(at));
    for (const barrier of waiting) if (!this.#barriers.includes(barrier)) barrier.passed();
  }

  #hasOlder(at: number): boolean {
    for (const { oldestAt } of this.#waiting) if (oldestAt !== undefined && oldestAt <= at) return true;
    return false;
  }
}
