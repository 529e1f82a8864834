import type { SchedulerLike, Subscription } from 'rxjs';

/** So long nothing more must have come; the peer's network needs a moment to begin again. */
const QUIET_MS = 100;
/** Clocks that are said to be equal may differ by this. */
const CLOCKS_MS = 50;

/** What is asked and told while an NE is caught up with. */
export interface CatchingUpListener {
  readonly scheduler: SchedulerLike;
  /** Nothing that was received waits, and everything is committed. */
  readonly isIdle: () => boolean;
  caughtUp(): void;
}

/**
 * After the OMC stopped reading an NE for a while: tells when it is read to its end. That nothing waits just now does
 * not say so, since what the NE could not send comes only now. An event that happened after reading went on does, for
 * an NE sends in order; so does quiet.
 */
export class CatchingUp {
  readonly #listener: CatchingUpListener;
  #timer: Subscription | undefined;
  /** Since when the NE is read again; undefined while there is nothing to catch up with. */
  #since: number | undefined;
  #readAt = 0;

  constructor(listener: CatchingUpListener) {
    this.#listener = listener;
  }

  /** The NE is read again from now on. */
  begin(): void {
    this.stop();
    this.#since = this.#listener.scheduler.now();
    this.#readAt = this.#since;
    this.#lookIn(QUIET_MS);
  }

  /** Events were read; the latest happened at an instant, and is on its way to the writer. */
  read(latestAt: number): void {
    if (this.#since === undefined) return;
    this.#readAt = this.#listener.scheduler.now();
    if (latestAt >= this.#since + CLOCKS_MS) this.#end();
  }

  /** The NE is not read any more. */
  stop(): void {
    this.#since = undefined;
    this.#timer?.unsubscribe();
  }

  #look(): void {
    const quietMs = this.#listener.scheduler.now() - this.#readAt;
    if (quietMs < QUIET_MS) this.#lookIn(QUIET_MS - quietMs);
    else if (this.#listener.isIdle()) this.#end();
    else this.#lookIn(QUIET_MS);
  }

  #lookIn(ms: number): void {
    this.#timer = this.#listener.scheduler.schedule(() => this.#look(), ms);
  }

  #end(): void {
    this.stop();
    this.#listener.caughtUp();
  }
}
