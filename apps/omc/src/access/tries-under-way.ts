/** More than these are not kept waiting. */
const MOST_WAITING = 1_000;

interface Tries {
  running: number;
  readonly waiting: (() => void)[];
}

/** Tries of passwords whose outcome is not known yet, by who tries from where. */
export class TriesUnderWay {
  readonly #tries = new Map<string, Tries>();
  #waiting = 0;

  begin(who: string): void {
    const tries = this.#tries.get(who) ?? { running: 0, waiting: [] };
    tries.running++;
    this.#tries.set(who, tries);
  }

  end(who: string): void {
    const tries = this.#tries.get(who);
    if (tries === undefined) return;
    tries.running--;
    if (tries.running === 0) this.#tries.delete(who);
    for (const wake of tries.waiting.splice(0)) wake();
  }

  /** Waits until one of them has ended; false, at once, where none is under way or too many wait. */
  async oneEnded(who: string): Promise<boolean> {
    const tries = this.#tries.get(who);
    if (tries === undefined || this.#waiting >= MOST_WAITING) return false;
    this.#waiting++;
    await new Promise<void>((resolve) => tries.waiting.push(resolve));
    this.#waiting--;
    return true;
  }
}
