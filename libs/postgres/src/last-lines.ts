/** Keeps the last lines of what a program says, for when it fails. */
export class LastLines {
  readonly #kept: string[] = [];

  constructor(private readonly limit = 20) {}

  add(line: string): void {
    this.#kept.push(line);
    if (this.#kept.length > this.limit) this.#kept.shift();
  }

  get all(): readonly string[] {
    return [...this.#kept];
  }
}
