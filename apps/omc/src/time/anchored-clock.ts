import type { Clock } from '@omc/alarm';

/** What a clock is made of: the wall's time, and a counter that never steps; both in milliseconds. */
export interface TimeSources {
  readonly wall: () => number;
  readonly monotonic: () => number;
}

/** At most this much of a step of the wall clock is followed per second: 5 %. */
const SLEW = 0.05;

/**
 * Monotonic time, anchored to the wall clock. When the wall clock steps, this one follows slowly, so that a
 * step raises and clears nothing.
 */
export class AnchoredClock implements Clock {
  readonly #sources: TimeSources;
  #offset: number;
  #followedAt: number;

  constructor(sources: TimeSources) {
    this.#sources = sources;
    this.#followedAt = sources.monotonic();
    this.#offset = sources.wall() - this.#followedAt;
  }

  now(): number {
    return Math.floor(this.#sources.monotonic() + this.#offset);
  }

  /** Moves toward the wall clock; to be called every second or so. Gives what is still missing, in milliseconds. */
  follow(): number {
    const monotonic = this.#sources.monotonic();
    const missing = this.#sources.wall() - monotonic - this.#offset;
    const most = SLEW * (monotonic - this.#followedAt);
    const step = Math.max(-most, Math.min(most, missing));
    this.#offset += step;
    this.#followedAt = monotonic;
    return missing - step;
  }
}
