/** A map that forgets what was not used for the longest time when it is full. */
export class BoundedMap<Value> {
  readonly #most: number;
  readonly #entries = new Map<string, Value>();

  /** `most`: how many entries it holds. */
  constructor(most: number) {
    this.#most = most;
  }

  /** The value of a key, which counts as used. */
  get(key: string): Value | undefined {
    const value = this.#entries.get(key);
    if (value !== undefined) this.set(key, value);
    return value;
  }

  set(key: string, value: Value): void {
    this.#entries.delete(key);
    this.#entries.set(key, value);
    const [oldest] = this.#entries.keys();
    if (this.#entries.size > this.#most && oldest !== undefined) this.#entries.delete(oldest);
  }

  delete(key: string): void {
    this.#entries.delete(key);
  }

  /** All entries, the longest unused first. */
  entries(): IterableIterator<[string, Value]> {
    return this.#entries.entries();
  }
}
