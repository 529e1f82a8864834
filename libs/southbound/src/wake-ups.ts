import { Deadlines, type Waiting } from '@omc/alarm';
import type { SchedulerLike, Subscription } from 'rxjs';

/** So many are woken before the event loop goes round: after a stall, very many may be due at once. */
const MOST_AT_ONCE = 256;

/** Somebody who is to be woken at an instant; `dueAt` and `place` belong to `WakeUps`. */
export interface Sleeper extends Waiting {
  wake(): void;
}

/** Wakes many, each at its instant, with one timer for all of them. */
export class WakeUps {
  readonly #scheduler: SchedulerLike;
  readonly #sleepers = new Deadlines<Sleeper>();
  #timer: Subscription | undefined;
  #timerAt: number | undefined;

  constructor(scheduler: SchedulerLike) {
    this.#scheduler = scheduler;
  }

  /** Wakes somebody at an instant, in place of what was set before. */
  set(sleeper: Sleeper, at: number): void {
    this.#sleepers.set(sleeper, at);
    this.#arm();
  }

  /** Lets somebody sleep on. */
  drop(sleeper: Sleeper): void {
    this.#sleepers.drop(sleeper);
  }

  /** Wakes nobody any more. */
  close(): void {
    this.#timer?.unsubscribe();
    this.#timerAt = Number.NEGATIVE_INFINITY;
  }

  #arm(): void {
    const { nextAt } = this.#sleepers;
    if (nextAt === undefined || (this.#timerAt !== undefined && this.#timerAt <= nextAt)) return;
    this.#timer?.unsubscribe();
    this.#timerAt = nextAt;
    this.#timer = this.#scheduler.schedule(() => this.#wake(), Math.max(0, nextAt - this.#scheduler.now()));
  }

  /** A timer may be a little early by the clock that counts: then nobody is due, and it is set once more. */
  #wake(): void {
    const now = this.#scheduler.now();
    for (let woken = 0; woken < MOST_AT_ONCE; woken++) {
      const sleeper = this.#sleepers.take(now);
      if (sleeper === undefined) break;
      sleeper.wake();
    }
    // Whoever was set meanwhile left the timer to this.
    if (this.#timerAt !== Number.NEGATIVE_INFINITY) this.#timerAt = undefined;
    this.#arm();
  }
}
