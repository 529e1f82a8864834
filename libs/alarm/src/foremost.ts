/** Keeps, of ever so many, the few that weigh most; of equals those that came first. */
export class Foremost<Item> {
  readonly #most: number;
  readonly #kept: { readonly item: Item; readonly weight: number }[] = [];

  constructor(most: number) {
    this.#most = most;
  }

  /** What is kept, the weightiest first. */
  get items(): Item[] {
    return this.#kept.map(({ item }) => item);
  }

  /** Offers one; it is made only where it is kept. */
  offer(weight: number, make: () => Item): void {
    const last = this.#kept.at(-1);
    if (this.#kept.length >= this.#most && last !== undefined && weight <= last.weight) return;
    const place = this.#kept.findIndex((other) => other.weight < weight);
    this.#kept.splice(place < 0 ? this.#kept.length : place, 0, { item: make(), weight });
    if (this.#kept.length > this.#most) this.#kept.pop();
  }
}
