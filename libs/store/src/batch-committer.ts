import type { Batch, Sequences } from '@omc/alarm';
import { Client } from 'pg';
import { commitBatch, type NumberedBatch } from './commit.js';
import type { Lease } from './lease.js';
import { BatchRefused, isPassing, LeaseLost, unreachable } from './store-faults.js';

/** What the committer needs from its surroundings. */
export interface CommitterDependencies {
  readonly url: string;
  /** Waits before another try. */
  readonly pause: (ms: number) => Promise<void>;
  /** Told when the database stops answering, and with undefined when it answers again. */
  readonly onTrouble: (trouble: Error | undefined) => void;
}

const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 2_000;

/**
 * Commits batches one after the other over a connection of its own. While the database is away it tries again
 * and again: nothing is lost, what comes behind waits.
 */
export class BatchCommitter {
  readonly #lease: Lease;
  readonly #dependencies: CommitterDependencies;
  #number: number;
  #client: Client | undefined;
  #closed = false;

  constructor(lease: Lease, dependencies: CommitterDependencies) {
    this.#lease = lease;
    this.#dependencies = dependencies;
    this.#number = lease.batch;
  }

  /**
   * Commits a batch; returns once it is in the database. Throws LeaseLost, or BatchRefused where PostgreSQL
   * refuses it for good; anything else is tried again.
   */
  async commit(batch: Batch, sequences: Sequences): Promise<void> {
    this.#number += 1;
    const numbered: NumberedBatch = { ...batch, number: this.#number, sequences };
    for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)) {
      const trouble = await this.#attempt(numbered);
      if (trouble === undefined) return;
      if (this.#closed) throw trouble;
      await this.#dependencies.pause(pauseMs);
    }
  }

  async #attempt(batch: NumberedBatch): Promise<Error | undefined> {
    try {
      await commitBatch(await this.#connected(), this.#lease, batch);
      this.#dependencies.onTrouble(undefined);
      return undefined;
    } catch (error) {
      await this.#disconnect();
      if (error instanceof LeaseLost) throw error;
      if (!isPassing(error))
        throw new BatchRefused(`PostgreSQL refuses batch ${batch.number}`, { cause: error });
      const trouble = unreachable(this.#dependencies.url, error);
      this.#dependencies.onTrouble(trouble);
      return trouble;
    }
  }

  async #connected(): Promise<Client> {
    if (this.#client !== undefined) return this.#client;
    const client = new Client({
      connectionString: this.#dependencies.url,
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
      application_name: 'omc-writer',
    });
    // One that breaks while idle is no trouble yet: the next batch takes a new one, and finds out.
    client.on('error', () => {
      if (this.#client === client) this.#client = undefined;
    });
    await client.connect();
    this.#client = client;
    return client;
  }

  async #disconnect(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    if (client === undefined) return;
    try {
      await client.end();
    } catch (error) {
      this.#dependencies.onTrouble(unreachable(this.#dependencies.url, error));
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#disconnect();
  }
}
