import type { Batch, Sequences } from '@omc/alarm';
import type { Client } from 'pg';
import { commitBatch, type NumberedBatch } from './commit.js';
import { makeJournalPartitions } from './journal-partitions.js';
import type { Lease } from './lease.js';
import {
  BatchRefused,
  isPassing,
  isTimeout,
  LeaseLost,
  lacksPartition,
  unreachable,
} from './store-faults.js';
import { type Backend, WriterConnection } from './writer-connection.js';

/** What the committer needs from its surroundings. */
export interface CommitterDependencies {
  readonly url: string;
  /** Waits before another try. */
  readonly pause: (ms: number) => Promise<void>;
  /** Told when the database stops answering, and with undefined when it answers again. */
  readonly onTrouble: (trouble: Error | undefined) => void;
  /** Within this the database must answer a statement, milliseconds; 10,000 unless given. */
  readonly patienceMs?: number;
}

const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 2_000;
const PATIENCE_MS = 10_000;
const MOST_PATIENCE_MS = 80_000;

/**
 * Commits batches one after the other over a connection of its own. While the database is away it tries again
 * and again: nothing is lost, what comes behind waits.
 */
export class BatchCommitter {
  readonly #lease: Lease;
  readonly #dependencies: CommitterDependencies;
  #number: number;
  #connection: WriterConnection | undefined;
  /** What the server may still have of connections that failed. */
  #left: Backend[] = [];
  #patienceMs: number;
  #partitionsWanted = false;
  #closed = false;

  constructor(lease: Lease, dependencies: CommitterDependencies) {
    this.#lease = lease;
    this.#dependencies = dependencies;
    this.#number = lease.batch;
    this.#patienceMs = this.#leastPatienceMs;
  }

  get #leastPatienceMs(): number {
    return this.#dependencies.patienceMs ?? PATIENCE_MS;
  }

  /**
   * Commits a batch; returns once it is in the database. Throws LeaseLost, or BatchRefused where PostgreSQL
   * refuses it for good; anything else is tried again.
   */
  async commit(batch: Batch, sequences: Sequences): Promise<void> {
    const numbered: NumberedBatch = { ...batch, number: this.#number + 1, sequences };
    let trouble = await this.#attempt(numbered);
    for (let pauseMs = FIRST_PAUSE_MS; trouble; pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)) {
      if (!this.#closed) await this.#dependencies.pause(pauseMs);
      if (this.#closed) throw trouble;
      trouble = await this.#attempt(numbered);
    }
    this.#number = numbered.number;
  }

  async #attempt(batch: NumberedBatch): Promise<Error | undefined> {
    let client: Client | undefined;
    try {
      client = await this.#connected();
      await commitBatch(client, this.#lease, batch);
      this.#dependencies.onTrouble(undefined);
      this.#patienceMs = this.#leastPatienceMs;
      return undefined;
    } catch (error) {
      // A disk that is merely slow is given more time with each try.
      if (isTimeout(error)) this.#patienceMs = Math.min(2 * this.#patienceMs, MOST_PATIENCE_MS);
      await this.#disconnect();
      if (error instanceof LeaseLost) throw error;
      this.#partitionsWanted = lacksPartition(error);
      // Who is not let in now may be later; that is not the batch's fault.
      if (client !== undefined && !this.#partitionsWanted && !isPassing(error))
        throw new BatchRefused(`PostgreSQL refuses batch ${batch.number}`, { cause: error });
      const trouble = unreachable(this.#dependencies.url, error);
      this.#dependencies.onTrouble(trouble);
      return trouble;
    }
  }

  async #connected(): Promise<Client> {
    if (this.#connection !== undefined) return this.#connection.client;
    // One that breaks while idle is no trouble yet: the next batch takes a new one, and finds out.
    const connection = new WriterConnection(this.#dependencies.url, this.#patienceMs, () =>
      this.#leave(connection),
    );
    this.#connection = connection;
    await connection.open(this.#left);
    this.#left = [];
    if (this.#partitionsWanted) await this.#makePartitions(connection.client);
    return connection.client;
  }

  #leave(connection: WriterConnection): void {
    if (this.#connection !== connection) return;
    this.#connection = undefined;
    if (connection.backend !== undefined) this.#left.push(connection.backend);
  }

  /** The days for which there were partitions have gone by; the database's clock says which day it is. */
  async #makePartitions(client: Client): Promise<void> {
    const { rows } = await client.query<{ now: Date }>('select now()');
    await makeJournalPartitions(client, rows[0]?.now.getTime() ?? 0);
  }

  async #disconnect(): Promise<void> {
    const connection = this.#connection;
    if (connection === undefined) return;
    this.#leave(connection);
    try {
      await connection.close();
    } catch (error) {
      this.#dependencies.onTrouble(unreachable(this.#dependencies.url, error));
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#disconnect();
  }
}
