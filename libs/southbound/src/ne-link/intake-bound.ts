/** What is read is to be committed so soon: decisions wait for what was read before them. */
const WAIT_MS = 100;
/** Above what one link may have: one that floods while the database is away does not close the gate for all. */
const FEWEST = 3_000;
const MOST = 20_000;
const GROWTH = 1.25;

/** An event under way, and how many were, itself included, when it was submitted. */
export interface Sample {
  readonly at: number;
  readonly uncommitted: number;
}

/** How many events may be uncommitted: as many as are committed within a short while, which it learns from samples. */
export class IntakeBound {
  readonly #now: () => number;
  #most = MOST / 4;
  #sample: Sample | undefined;
  #reached = false;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** So many and no more. */
  get most(): number {
    return this.#most;
  }

  /** An event was submitted; undefined where another one is watched already. */
  begin(uncommitted: number): Sample | undefined {
    if (this.#sample !== undefined) return undefined;
    this.#sample = { at: this.#now(), uncommitted };
    return this.#sample;
  }

  /** A watched event is committed: while it waited, so were all that were under way. */
  end({ at, uncommitted }: Sample): void {
    const waitedMs = this.#now() - at;
    if (waitedMs > WAIT_MS)
      this.#most = Math.max(FEWEST, Math.min(this.#most, (uncommitted * WAIT_MS) / waitedMs));
    else if (this.#reached) this.#most = Math.min(MOST, this.#most * GROWTH);
    this.#reached = false;
    this.#sample = undefined;
  }

  /** There were so many: with quick commits there may be more. */
  reached(): void {
    this.#reached = true;
  }
}
