import type { BatchCommitter } from '@omc/store';

type Committer = Pick<BatchCommitter, 'commit'>;

/** The committer, with the time since when it is at a batch. */
export class TimedCommitter implements Committer {
  readonly #committer: Committer;
  readonly #now: () => number;
  #busySince: number | undefined;

  constructor(committer: Committer, now: () => number) {
    this.#committer = committer;
    this.#now = now;
  }

  /** Since when the batch that is being committed is; undefined while none is. */
  get busySince(): number | undefined {
    return this.#busySince;
  }

  /** Commits a batch, as the committer does. */
  async commit(...batch: Parameters<Committer['commit']>): Promise<void> {
    this.#busySince = this.#now();
    try {
      await this.#committer.commit(...batch);
    } finally {
      this.#busySince = undefined;
    }
  }
}
