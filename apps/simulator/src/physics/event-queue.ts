interface Entry<T> {
  readonly at: number;
  readonly order: number;
  readonly what: T;
}

/** What is to happen, by time; what comes at one instant keeps the order in which it was added (a binary heap). */
export class EventQueue<T> {
  readonly #heap: Entry<T>[] = [];
  #order = 0;

  /** When the next one is due; undefined while there is none. */
  get nextAt(): number | undefined {
    return this.#heap[0]?.at;
  }

  add(at: number, what: T): void {
    const heap = this.#heap;
    heap.push({ at, order: this.#order++, what });
    for (let child = heap.length - 1; child > 0; ) {
      const parent = (child - 1) >> 1;
      if (!this.#swapIfLater(parent, child)) return;
      child = parent;
    }
  }

  /** Takes the next one out. */
  take(): T | undefined {
    const [first] = this.#heap;
    const last = this.#heap.pop();
    if (first === undefined || last === undefined || this.#heap.length === 0) return first?.what;
    this.#heap[0] = last;
    this.#sink();
    return first.what;
  }

  #sink(): void {
    for (let parent = 0; ; ) {
      const left = 2 * parent + 1;
      if (left >= this.#heap.length) return;
      const right = left + 1;
      const child = right < this.#heap.length && this.#isLater(left, right) ? right : left;
      if (!this.#swapIfLater(parent, child)) return;
      parent = child;
    }
  }

  #swapIfLater(one: number, other: number): boolean {
    if (!this.#isLater(one, other)) return false;
    const heap = this.#heap;
    [heap[one], heap[other]] = [heap[other] as Entry<T>, heap[one] as Entry<T>];
    return true;
  }

  #isLater(one: number, other: number): boolean {
    const [first, second] = [this.#heap[one] as Entry<T>, this.#heap[other] as Entry<T>];
    return first.at > second.at || (first.at === second.at && first.order > second.order);
  }
}
