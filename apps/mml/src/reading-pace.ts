/** A person reads no more, and could not type between them. */
const MOST_A_SECOND = 20;
const SECOND_MS = 1_000;

/** Lets as much through in a second as a person can read, and tells how much came beyond that. */
export class ReadingPace {
  readonly #onLeftOut: (count: number) => void;
  #second: NodeJS.Timeout | undefined;
  #inSecond = 0;

  constructor(onLeftOut: (count: number) => void) {
    this.#onLeftOut = onLeftOut;
  }

  /** Whether one more is to be shown now. */
  admits(): boolean {
    this.#second ??= setTimeout(() => this.end(), SECOND_MS);
    this.#inSecond += 1;
    return this.#inSecond <= MOST_A_SECOND;
  }

  /** Tells at once what came beyond; a new second begins with the next. */
  end(): void {
    clearTimeout(this.#second);
    this.#second = undefined;
    const count = this.#inSecond - MOST_A_SECOND;
    this.#inSecond = 0;
    if (count > 0) this.#onLeftOut(count);
  }
}
