import type { AlarmChange } from '@omc/alarm';

/** The newest changes, by their gapless number, for clients that were away for a moment. */
export class ChangeRing {
  readonly #changes: AlarmChange[] = [];
  readonly #most: number;
  /** Number of the newest change that was published. */
  #seq: number;

  constructor(seq: number, most: number) {
    this.#seq = seq;
    this.#most = most;
  }

  get seq(): number {
    return this.#seq;
  }

  add(changes: readonly AlarmChange[]): void {
    for (const change of changes) this.#changes.push(change);
    this.#seq = changes.at(-1)?.seq ?? this.#seq;
    // Seldom and much at once: moving the array for each batch would cost more than the changes.
    if (this.#changes.length > 2 * this.#most) this.#changes.splice(0, this.#changes.length - this.#most);
  }

  /** The changes after a number, up to another; undefined where they are no longer held, or not yet. */
  after(seq: number, upTo = this.#seq): readonly AlarmChange[] | undefined {
    const missing = this.#seq - seq;
    if (missing < 0 || missing > this.#changes.length || upTo > this.#seq) return undefined;
    if (upTo <= seq) return [];
    const from = this.#changes.length - missing;
    return this.#changes.slice(from, from + upTo - seq);
  }
}
