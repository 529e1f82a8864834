/** Characters of messages that are kept of one window. */
const MOST_KEPT = 512 * 1024;

interface Told {
  readonly from: number;
  readonly to: number;
  readonly json: string;
}

/** The last messages of a window, for clients that were away for a moment. */
export class RecentMessages {
  readonly #told: Told[] = [];
  #kept = 0;
  /** From where on nothing is missing. */
  #from: number;
  #to: number;

  constructor(seq: number) {
    this.#from = seq;
    this.#to = seq;
  }

  /** What brought the window to a number; undefined where nothing had to be told. */
  add(seq: number, json: string | undefined): void {
    if (json !== undefined) {
      this.#told.push({ from: this.#to, to: seq, json });
      this.#kept += json.length;
    }
    this.#to = seq;
    while (this.#kept > MOST_KEPT) this.#forgetFirst();
  }

  /** The messages after a number; undefined where some are gone, or the number lies within one. */
  after(seq: number): readonly string[] | undefined {
    if (seq < this.#from || seq > this.#to) return undefined;
    const missed = this.#told.filter(({ to }) => to > seq);
    return (missed[0]?.from ?? seq) < seq && missed[0] !== undefined
      ? undefined
      : missed.map(({ json }) => json);
  }

  #forgetFirst(): void {
    const first = this.#told.shift();
    if (first === undefined) return;
    this.#kept -= first.json.length;
    this.#from = first.to;
  }
}
