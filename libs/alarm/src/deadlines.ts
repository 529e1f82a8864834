/** Something that waits in `Deadlines`. Both members belong to `Deadlines` while it does. */
export interface Waiting {
  dueAt: number;
  /** Place in the heap; -1 while not waiting. */
  place: number;
}

/**
 * All deadlines in one binary heap, one entry an item, so that a million keys need one timer. Items hold
 * their own place: moving or dropping one is O(log n) and leaves nothing behind. Mutable for speed.
 */
export class Deadlines<Item extends Waiting> {
  readonly #heap: Item[] = [];

  get size(): number {
    return this.#heap.length;
  }

  /** When the first is due, or undefined where none waits. */
  get nextAt(): number | undefined {
    return this.#heap[0]?.dueAt;
  }

  /** Lets an item wait until `dueAt`, in place of what it waited for before. */
  set(item: Item, dueAt: number): void {
    const before = item.dueAt;
    item.dueAt = dueAt;
    if (item.place < 0) {
      item.place = this.#heap.length;
      this.#heap.push(item);
      this.#rise(item);
    } else if (dueAt < before) this.#rise(item);
    else this.#sink(item);
  }

  /** Lets an item wait no longer. */
  drop(item: Item): void {
    const { place } = item;
    if (place < 0) return;
    const last = this.#heap.pop();
    item.place = -1;
    if (last === undefined || last === item) return;
    last.place = place;
    this.#heap[place] = last;
    this.#rise(last);
    this.#sink(last);
  }

  /** Takes out the first item that is due at `now`, or gives undefined. */
  take(now: number): Item | undefined {
    const first = this.#heap[0];
    if (first === undefined || first.dueAt > now) return undefined;
    this.drop(first);
    return first;
  }

  /** Everything that is due at `now`, in no order; nothing may be set, dropped or taken meanwhile. */
  *due(now: number): Iterable<Item> {
    const places = [0];
    for (let place = places.pop(); place !== undefined; place = places.pop()) {
      const item = this.#heap[place];
      if (item === undefined || item.dueAt > now) continue;
      yield item;
      places.push(2 * place + 1, 2 * place + 2);
    }
  }

  #rise(item: Item): void {
    while (item.place > 0) {
      const above = this.#heap[(item.place - 1) >> 1];
      if (above === undefined || above.dueAt <= item.dueAt) return;
      this.#swap(above, item);
    }
  }

  #sink(item: Item): void {
    for (;;) {
      const left = this.#heap[2 * item.place + 1];
      const right = this.#heap[2 * item.place + 2];
      const lesser = right !== undefined && left !== undefined && right.dueAt < left.dueAt ? right : left;
      if (lesser === undefined || lesser.dueAt >= item.dueAt) return;
      this.#swap(item, lesser);
    }
  }

  #swap(above: Item, below: Item): void {
    const { place } = above;
    above.place = below.place;
    below.place = place;
    this.#heap[above.place] = above;
    this.#heap[place] = below;
  }
}
