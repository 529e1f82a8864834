import type { FilterScope, KeyEntry } from '@omc/alarm';
import type { Pool, PoolClient } from 'pg';
import { within } from './reader-options.js';

/** Which part of the journal: the keys of a scope, between two instants of event time. */
export interface JournalSpan {
  readonly scope: FilterScope;
  readonly fromAt: number;
  readonly untilAt: number;
  /** At most so many entries are read. */
  readonly most: number;
}

interface EntryRow {
  ne: string;
  object: string;
  decided: boolean;
  at: number;
  fault: boolean;
}

/** Rows of one page: few enough that the other work of the process goes on in between. */
const PAGE = 2_000;
/** Days of a busy network may have to be sorted. */
const STUDY_MS = 600_000;

/** By how much the database's clock may be off ours: recording times only narrow down what is looked at. */
const CLOCKS_APART_MS = 86_400_000;

const DECLARE = `
  declare entries no scroll cursor with hold for
  select ne, object, kind = 'decision' as decided, state = 'fault' as fault,
    (extract(epoch from at) * 1000)::float8 as at
  from journal
  where partition = $1 and recorded_at >= $2 and kind in ('transition', 'resync', 'decision')
    and alarm_id = $3 and at between $4 and $5
    and ($6::text is null or ne = $6) and ($7::text is null or object = $7)
  order by ne collate "C", object collate "C", seq
  limit $8`;

/** Reads what the journal keeps of raw changes and decisions, key after key. */
export class TransitionReader {
  readonly #pool: Pool;
  readonly #partition: number;

  constructor(pool: Pool, partition: number) {
    this.#pool = pool;
    this.#partition = partition;
  }

  /**
   * From when on the journal has everything, in event time: from ever, or since when its oldest entry was
   * recorded. Of what was reported late it may also have older entries. Infinity: it has nothing any more.
   */
  async coveredFrom(): Promise<number> {
    const { rows } = await this.#pool.query<{ seq: string; recorded_at: Date }>(
      'select seq, recorded_at from journal where partition = $1 order by seq limit 1',
      [this.#partition],
    );
    const [oldest] = rows;
    if (oldest === undefined)
      return (await this.#isUnwritten()) ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
    return Number(oldest.seq) === 1 ? Number.NEGATIVE_INFINITY : oldest.recorded_at.getTime();
  }

  /**
   * The entries of a span by pages: all of a key together, each key's in the order in which they were recorded. The
   * database keeps the sorted result and the place in it, so that memory stays bounded and no lock is held while
   * somebody works on a page: the journal can be written, and its old days dropped.
   */
  async *pages(span: JournalSpan): AsyncGenerator<readonly KeyEntry[], void, void> {
    const client = await this.#pool.connect();
    let failure: Error | undefined;
    try {
      await this.#open(client, span);
      for (let more = true; more; ) {
        const { rows } = await client.query<EntryRow>(`fetch ${PAGE} from entries`);
        if (rows.length > 0) yield rows.map((row) => entryOf(row, span.scope.alarmId));
        more = rows.length === PAGE;
      }
    } catch (error) {
      failure = error instanceof Error ? error : new Error(String(error));
      throw error;
    } finally {
      await this.#close(client, failure);
    }
  }

  async #open(client: PoolClient, { scope, fromAt, untilAt, most }: JournalSpan): Promise<void> {
    await client.query('begin transaction read only');
    // All of it will be read, so the plan that is quick with the first rows is not wanted.
    await client.query('set local cursor_tuple_fraction = 1');
    // The writer comes first: one process of the database is enough for a study.
    await client.query('set local max_parallel_workers_per_gather = 0');
    await client.query(DECLARE, [
      this.#partition,
      new Date(fromAt - CLOCKS_APART_MS).toISOString(),
      scope.alarmId,
      new Date(fromAt).toISOString(),
      new Date(untilAt).toISOString(),
      scope.ne ?? null,
      scope.object ?? null,
      most,
    ]);
    // The sorted result is made here.
    await client.query(within(STUDY_MS, { text: 'commit' }));
  }

  async #close(client: PoolClient, failure: Error | undefined): Promise<void> {
    // A connection on which something failed is not given back but closed.
    if (failure === undefined) await client.query('close entries');
    client.release(failure);
  }

  async #isUnwritten(): Promise<boolean> {
    const { rows } = await this.#pool.query<{ journal_seq: string }>(
      'select journal_seq from writer_partition where id = $1',
      [this.#partition],
    );
    return Number(rows[0]?.journal_seq ?? 0) === 0;
  }
}

function entryOf({ ne, object, decided, at, fault }: EntryRow, alarmId: number): KeyEntry {
  return {
    ne,
    object,
    alarmId,
    kind: decided ? 'decision' : 'transition',
    at,
    state: fault ? 'fault' : 'ok',
  };
}
