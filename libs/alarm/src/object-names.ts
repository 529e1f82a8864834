const MOST = 65_536;

/**
 * One text for each name of an object, whoever said it: a parsed report brings a text of its own, while NEs call their
 * objects alike. Names are forgotten all at once when there are too many, which costs memory and nothing else.
 */
export class ObjectNames {
  readonly #names = new Map<string, string>();
  readonly #most: number;

  constructor(most = MOST) {
    this.#most = most;
  }

  /** How many names are known at present. */
  get size(): number {
    return this.#names.size;
  }

  /** The same name, as the text that was seen first. */
  same(name: string): string {
    const known = this.#names.get(name);
    if (known !== undefined) return known;
    if (this.#names.size >= this.#most) this.#names.clear();
    this.#names.set(name, name);
    return name;
  }
}
