const INTERVAL_MS = 60_000;
const ENOUGH = 20;

/** Of at most 25 NEs, so that 20 are enough: tells which are explained by looking at every window. */
export class NaiveCutOff {
  readonly #missing = new Map<string, number>();
  #sinceAt: number | undefined;

  miss(ne: string, at: number): void {
    if (!this.#missing.has(ne)) this.#missing.set(ne, at);
  }

  answer(ne: string): void {
    this.#missing.delete(ne);
  }

  settle(): void {
    const instants = [...this.#missing.values()].sort((one, other) => one - other);
    if (this.#sinceAt !== undefined) {
      if (instants.length < ENOUGH) this.#sinceAt = undefined;
      return;
    }
    const within = (from: number) => instants.filter((at) => at >= from && at <= from + INTERVAL_MS).length;
    const most = Math.max(0, ...instants.map(within));
    if (most >= ENOUGH) this.#sinceAt = instants.find((from) => within(from) === most);
  }

  explains(ne: string): boolean {
    const at = this.#missing.get(ne);
    return this.#sinceAt !== undefined && at !== undefined && at >= this.#sinceAt;
  }

  get isCutOff(): boolean {
    return this.#sinceAt !== undefined;
  }
}
