/** Turns that are taken before the event loop goes round. */
const TURNS_A_ROUND = 8;

/** Lets many sources work a slice at a time, one after the other, so that no flood starves the others. */
export class FairTurns {
  readonly #waiting = new Set<() => boolean>();
  #scheduled = false;

  /** Queues a source. Its turn does one slice of work and says whether more is left. */
  add(turn: () => boolean): void {
    this.#waiting.add(turn);
    if (this.#scheduled) return;
    this.#scheduled = true;
    setImmediate(() => this.#round());
  }

  #round(): void {
    this.#scheduled = false;
    let turns = 0;
    for (const turn of this.#waiting) {
      if (turns++ === TURNS_A_ROUND) break;
      this.#waiting.delete(turn);
      if (turn()) this.add(turn);
    }
    this.#goOn();
  }

  #goOn(): void {
    if (this.#waiting.size === 0 || this.#scheduled) return;
    this.#scheduled = true;
    setImmediate(() => this.#round());
  }
}
