import type { SchedulerLike, Subscription } from 'rxjs';

/** The share of a second for which dials may be made at once. */
const BURST_SECONDS = 0.02;

/** Spreads dials, so that a start with many NEs does not open all connections in one instant. */
export class DialPacer {
  readonly #scheduler: SchedulerLike;
  readonly #perSecond: number;
  readonly #burst: number;
  readonly #waiting = new Set<() => void>();
  #tokens: number;
  #countedAt: number;
  #timer: Subscription | undefined;

  constructor(perSecond: number, scheduler: SchedulerLike) {
    this.#scheduler = scheduler;
    this.#perSecond = perSecond;
    this.#burst = Math.max(1, perSecond * BURST_SECONDS);
    this.#tokens = this.#burst;
    this.#countedAt = scheduler.now();
  }

  /** Dials now or when it is its turn; returns how to take the request back. */
  request(dial: () => void): () => void {
    this.#waiting.add(dial);
    this.#serve();
    return () => this.#waiting.delete(dial);
  }

  /** Forgets all requests. */
  close(): void {
    this.#waiting.clear();
    this.#timer?.unsubscribe();
  }

  #serve(): void {
    if (this.#timer !== undefined) return;
    this.#refill();
    for (const dial of this.#waiting) {
      if (this.#tokens < 1) break;
      this.#tokens--;
      this.#waiting.delete(dial);
      dial();
    }
    if (this.#waiting.size > 0) this.#serveLater();
  }

  #serveLater(): void {
    const untilTokenMs = Math.max(1, ((1 - this.#tokens) / this.#perSecond) * 1000);
    this.#timer = this.#scheduler.schedule(() => {
      this.#timer = undefined;
      this.#serve();
    }, untilTokenMs);
  }

  #refill(): void {
    const now = this.#scheduler.now();
    const earned = ((now - this.#countedAt) / 1000) * this.#perSecond;
    this.#tokens = Math.min(this.#burst, this.#tokens + Math.max(0, earned));
    this.#countedAt = now;
  }
}
