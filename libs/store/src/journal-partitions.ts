import type { Pool } from 'pg';

const DAY_MS = 86_400_000;
const DAYS_AHEAD = 3;

/** Makes the journal's partitions from today on, some days ahead, so that an entry always has a place. */
export async function makeJournalPartitions(pool: Pool, now: number): Promise<void> {
  for (let ahead = -1; ahead <= DAYS_AHEAD; ahead++) {
    const from = dayOf(now + ahead * DAY_MS);
    const to = dayOf(now + (ahead + 1) * DAY_MS);
    const name = `journal_${from.replaceAll('-', '')}`;
    await pool.query(
      `create table if not exists ${name} partition of journal for values from ('${from} 00:00+00') to ('${to} 00:00+00')`,
    );
  }
}

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
