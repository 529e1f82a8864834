/** Messages that a client may send at once, and how many more each second. */
const AT_ONCE = 50;
const A_SECOND = 20;

/** How much a client may ask in how short a time. */
export class Patience {
  readonly #now: () => number;
  #left = AT_ONCE;
  #at: number;

  constructor(now: () => number) {
    this.#now = now;
    this.#at = now();
  }

  bearsOneMore(): boolean {
    const at = this.#now();
    this.#left = Math.min(AT_ONCE, this.#left + ((at - this.#at) / 1000) * A_SECOND) - 1;
    this.#at = at;
    return this.#left >= 0;
  }
}
