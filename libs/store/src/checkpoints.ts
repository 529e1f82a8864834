import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { NeCheckpoint, StoredFilter } from '@omc/alarm';
import type { Pool } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

/** From where a start replays the journal, and with which filters. */
export interface StoredCheckpoint {
  readonly number: number;
  readonly journalSeq: number;
  readonly filters: readonly StoredFilter[];
}

const PAGE = 500;
const COPY_MS = 600_000;

/** The checkpoints of the hold-off: written beside the writer, over a connection of their own. */
export class Checkpoints {
  readonly #pool: Pool;
  readonly #partition: number;

  constructor(pool: Pool, partition: number) {
    this.#pool = pool;
    this.#partition = partition;
  }

  /** The newest complete one. */
  async newest(): Promise<StoredCheckpoint | undefined> {
    const { rows } = await this.#pool.query<{ number: string; journal_seq: string; filters: StoredFilter[] }>(
      `select number, journal_seq, filters from checkpoint
       where partition = $1 and completed_at is not null order by number desc limit 1`,
      [this.#partition],
    );
    const [row] = rows;
    if (row === undefined) return undefined;
    return { number: Number(row.number), journalSeq: Number(row.journal_seq), filters: row.filters };
  }

  /** The NEs of a checkpoint. */
  async *nes(number: number): AsyncIterable<NeCheckpoint> {
    for (let after = ''; ; ) {
      const { rows } = await this.#pool.query<{ ne: string; body: string }>(
        `select ne, body from checkpoint_ne where partition = $1 and number = $2 and ne > $3 order by ne limit ${PAGE}`,
        [this.#partition, number, after],
      );
      for (const { body } of rows) yield JSON.parse(body) as NeCheckpoint;
      if (rows.length < PAGE) return;
      after = rows.at(-1)?.ne ?? '';
    }
  }

  /** Begins one: what it says of each NE comes with `add`. Gives its number. */
  async begin(journalSeq: number, filters: readonly StoredFilter[]): Promise<number> {
    const { rows } = await this.#pool.query<{ number: string }>(
      `insert into checkpoint (partition, number, journal_seq, filters)
       select $1, coalesce(max(number), 0) + 1, $2, $3 from checkpoint where partition = $1 returning number`,
      [this.#partition, journalSeq, JSON.stringify(filters)],
    );
    return Number(rows[0]?.number);
  }

  /** Streams what is taken down of the NEs, as fast as the database takes it. */
  async add(number: number, nes: AsyncIterable<NeCheckpoint>): Promise<void> {
    const client = await this.#pool.connect();
    let failure: Error | undefined;
    try {
      // As long as it takes to take everything down, a turn at a time; pg looks for this member.
      const lines = copyFrom('copy checkpoint_ne (partition, number, ne, body) from stdin');
      const copy = client.query(Object.assign(lines, { query_timeout: COPY_MS }));
      // One that was not answered in time fails once more when its connection is closed: told once is enough.
      copy.on('error', () => undefined);
      await pipeline(Readable.from(this.#lines(number, nes)), copy);
    } catch (error) {
      failure = error instanceof Error ? error : new Error(String(error));
      throw error;
    } finally {
      client.release(failure);
    }
  }

  async *#lines(number: number, nes: AsyncIterable<NeCheckpoint>): AsyncIterable<string> {
    // JSON has no raw line breaks or tabs: only its backslashes mean something to COPY.
    for await (const checkpoint of nes)
      yield `${this.#partition}\t${number}\t${checkpoint.ne}\t${JSON.stringify(checkpoint).replaceAll('\\', '\\\\')}\n`;
  }

  /** From now on a start begins with it; older ones go. To be called once everything in it is committed. */
  async complete(number: number): Promise<void> {
    await this.#pool.query(
      'update checkpoint set completed_at = now() where partition = $1 and number = $2',
      [this.#partition, number],
    );
    await this.#pool.query('delete from checkpoint where partition = $1 and number < $2', [
      this.#partition,
      number,
    ]);
  }
}
