import type { BatchCommitter } from '@omc/store';
import { Subject } from 'rxjs';

/** How long a commit took, and how many entries of the journal it wrote. */
export interface CommittedBatch {
  readonly seconds: number;
  readonly entries: number;
}

type Committer = Pick<BatchCommitter, 'commit'>;

/** The committer, with the time since when it is at a batch. */
export class TimedCommitter implements Committer {
  readonly #committer: Committer;
  readonly #now: () => number;
  #busySince: number | undefined;
  readonly #committed = new Subject<CommittedBatch>();
  /** Each batch that was committed. */
  readonly committed$ = this.#committed.asObservable();

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
    const since = this.#now();
    this.#busySince = since;
    try {
      await this.#committer.commit(...batch);
      this.#committed.next({ seconds: (this.#now() - since) / 1000, entries: batch[0].journal.length });
    } finally {
      this.#busySince = undefined;
    }
  }
}
