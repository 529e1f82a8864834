/** Lets long works run one after the other, in the order in which they were asked for. */
export class OneAfterTheOther {
  #last: Promise<unknown> = Promise.resolve();
  #unfinished = 0;

  /** Works that run or wait. */
  get unfinished(): number {
    return this.#unfinished;
  }

  /** Runs a work once those before it are done, however they ended. */
  async run<Result>(work: () => Promise<Result>): Promise<Result> {
    this.#unfinished += 1;
    const result = this.#last.then(work);
    this.#last = result.then(
      () => undefined,
      () => undefined,
    );
    try {
      return await result;
    } finally {
      this.#unfinished -= 1;
    }
  }
}
