import type { BatchCommitter } from '@omc/store';
import { type DecidedBatch, isEmpty } from './decided.js';

/** Where decided batches wait for the commit of the one before. */
export class CommitLine {
  readonly #committer: Pick<BatchCommitter, 'commit'>;
  #last: Promise<unknown> = Promise.resolve();

  constructor(committer: Pick<BatchCommitter, 'commit'>) {
    this.#committer = committer;
  }

  /** Resolves once everything that was handed over is stored; rejects where it never will be. */
  get idle(): Promise<unknown> {
    return this.#last;
  }

  /** Stores a batch, once the line is idle. */
  commit(batch: DecidedBatch): Promise<DecidedBatch> {
    if (!isEmpty(batch)) this.#last = this.#committer.commit(batch, batch.sequences);
    return this.#last.then(() => batch);
  }
}
