import type { ClientBase, Pool } from 'pg';

const DAY_MS = 86_400_000;
const DAYS_AHEAD = 3;
const LONGEST_WAIT_MS = 100;

/** Makes the journal's partitions from today on, some days ahead, so that an entry always has a place. */
export async function makeJournalPartitions(database: Pool | ClientBase, now: number): Promise<void> {
  for (let ahead = -1; ahead <= DAYS_AHEAD; ahead++) {
    const from = dayOf(now + ahead * DAY_MS);
    const to = dayOf(now + (ahead + 1) * DAY_MS);
    const name = `journal_${from.replaceAll('-', '')}`;
    await database.query(
      `create table if not exists ${name} partition of journal for values from ('${from} 00:00+00') to ('${to} 00:00+00')`,
    );
  }
}

/**
 * Drops the journal's partitions of days before the last `days`, but none with entries that a start would still
 * replay: those after the oldest complete checkpoint, all where there is none.
 */
export async function dropJournalPartitions(pool: Pool, now: number, days: number): Promise<void> {
  const oldest = `journal_${dayOf(now - days * DAY_MS).replaceAll('-', '')}`;
  const { rows } = await pool.query<{ name: string }>(
    `select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid
     where i.inhparent = 'journal'::regclass and c.relname < $1 order by c.relname`,
    [oldest],
  );
  for (const { name } of rows) {
    const { rows: needed } = await pool.query(
      `select 1 from ${name} j where seq > coalesce((select min(journal_seq) from checkpoint
         where partition = j.partition and completed_at is not null), 0) limit 1`,
    );
    if (needed.length > 0) return;
    await alter(pool, `drop table ${name}`);
  }
}

/**
 * Changes the journal's tables, or fails soon: whoever waits for a lock that a long reader holds would make the
 * writer wait behind it.
 */
async function alter(pool: Pool, statement: string): Promise<void> {
  const client = await pool.connect();
  let failure: Error | undefined;
  try {
    await client.query(`begin; set local lock_timeout = '${LONGEST_WAIT_MS}ms'; ${statement}; commit`);
  } catch (error) {
    failure = error instanceof Error ? error : new Error(String(error));
    throw error;
  } finally {
    client.release(failure);
  }
}

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
