const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const NEWLINE = 0x0a;
const OPEN = 0x7b;
const CLOSE = 0x7d;

/** Counts the records of a file while it comes in, in pieces that may begin and end anywhere. */
export class RecordCounter {
  readonly #json: boolean;
  #records = 0;
  #quoted = false;
  #escaped = false;
  #depth = 0;

  constructor(format: 'csv' | 'json') {
    this.#json = format === 'json';
  }

  /** So many so far; the head of a CSV file is none. */
  get count(): number {
    return this.#json ? this.#records : Math.max(0, this.#records - 1);
  }

  hear(piece: Uint8Array): void {
    for (const byte of piece) {
      if (this.#escaped) this.#escaped = false;
      else if (byte === QUOTE) this.#quoted = !this.#quoted;
      else if (this.#quoted) this.#escaped = this.#json && byte === BACKSLASH;
      else if (this.#json) this.#nest(byte);
      else if (byte === NEWLINE) this.#records += 1;
    }
  }

  #nest(byte: number): void {
    if (byte === OPEN) this.#depth += 1;
    if (byte !== CLOSE) return;
    this.#depth -= 1;
    if (this.#depth === 0) this.#records += 1;
  }
}
