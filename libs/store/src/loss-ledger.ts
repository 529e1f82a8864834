import type { ReportOrigin, ReportSource } from '@omc/alarm';
import type { Pool } from 'pg';
import { within } from './reader-options.js';

/** It is stored every second: what takes longer than this is stored with the next, and keeps no end waiting. */
const WRITE_MS = 5_000;

/** What of one sender was not processed, for one reason, since the first time. */
export interface LedgerEntry extends ReportOrigin {
  readonly reason: string;
  readonly count: number;
  readonly firstAt: number;
  readonly lastAt: number;
  /** The last of them, oldest first. */
  readonly samples: readonly { readonly at: number; readonly text: string }[];
}

/** The ledger as it was stored last. */
export interface StoredLedger {
  /** The longest silent first. */
  readonly entries: readonly LedgerEntry[];
  /** How many reports were processed, by way in. */
  readonly processed: ReadonlyMap<ReportSource, number>;
}

interface EntryRow {
  source: ReportSource;
  sender: string;
  reason: string;
  count: string;
  first_at: Date;
  last_at: Date;
  samples: LedgerEntry['samples'];
}

/** The loss ledger in the database, so that its counts survive a restart. */
export class LossLedger {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  async read(): Promise<StoredLedger> {
    const entries = await this.#pool.query<EntryRow>('select * from ledger_entry order by last_at');
    const processed = await this.#pool.query<{ source: ReportSource; count: string }>(
      'select source, count from ledger_processed',
    );
    return {
      entries: entries.rows.map(({ sender, count, first_at, last_at, ...row }) => ({
        ...row,
        from: sender,
        count: Number(count),
        firstAt: first_at.getTime(),
        lastAt: last_at.getTime(),
      })),
      processed: new Map(processed.rows.map(({ source, count }) => [source, Number(count)])),
    };
  }

  /** Stores entries as they are now, forgets others, and how many reports were processed, in one statement. */
  async write(
    changed: readonly LedgerEntry[],
    forgotten: readonly Pick<LedgerEntry, 'source' | 'from' | 'reason'>[],
    processed: ReadonlyMap<ReportSource, number>,
  ): Promise<void> {
    const rows = changed.map(({ from, firstAt, lastAt, ...entry }) => ({
      ...entry,
      sender: from,
      first_at: new Date(firstAt),
      last_at: new Date(lastAt),
    }));
    const gone = forgotten.map(({ source, from, reason }) => ({ source, sender: from, reason }));
    const counts = [...processed].map(([source, count]) => ({ source, count }));
    const values = [rows, gone, counts].map((part) => JSON.stringify(part));
    await this.#pool.query(within(WRITE_MS, { text: WRITE, values }));
  }
}

const WRITE = `
  with gone as (
    delete from ledger_entry using json_populate_recordset(null::ledger_entry, $2) as it
    where (ledger_entry.source, ledger_entry.sender, ledger_entry.reason) = (it.source, it.sender, it.reason)
  ), kept as (
    insert into ledger_entry
    select source, sender, reason, count, first_at, last_at, samples
    from json_populate_recordset(null::ledger_entry, $1)
    on conflict (source, sender, reason) do update
    set count = excluded.count, first_at = excluded.first_at, last_at = excluded.last_at,
      samples = excluded.samples
  )
  insert into ledger_processed select source, count from json_populate_recordset(null::ledger_processed, $3)
  on conflict (source) do update set count = excluded.count`;
