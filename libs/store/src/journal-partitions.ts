import type { ClientBase, Pool, QueryResult } from 'pg';

const DAY_MS = 86_400_000;
const DAYS_AHEAD = 3;
const LONGEST_WAIT_MS = 100;
const TRIES = 10;

/** lock_not_available, deadlock_detected; duplicate_table, duplicate_object, unique_violation: another process was quicker. */
const PASSING = new Set(['55P03', '40P01', '42P07', '42710', '23505']);

/** Makes the journal's partitions from today on, some days ahead, so that an entry always has a place. */
export async function makeJournalPartitions(database: Pool | ClientBase, now: number): Promise<void> {
  for (let tries = 1; ; tries++)
    try {
      return await makeMissing(database, now);
    } catch (error) {
      if (tries === TRIES || !PASSING.has(codeOf(error))) throw error;
    }
}

async function makeMissing(database: Pool | ClientBase, now: number): Promise<void> {
  const known = await partitions(database);
  for (let ahead = -1; ahead <= DAYS_AHEAD; ahead++) {
    const from = dayOf(now + ahead * DAY_MS);
    if (known.includes(nameOf(from))) continue;
    // Made apart and attached, it waits neither for who reads the journal nor for who writes it.
    await alter(database, `select make_journal_day('${from}')`);
  }
}

/**
 * Drops the journal's partitions of days before the last `days`, but none with entries that a start would still
 * replay: those after the oldest complete checkpoint, all where there is none.
 */
export async function dropJournalPartitions(pool: Pool, now: number, days: number): Promise<void> {
  const oldest = nameOf(dayOf(now - days * DAY_MS));
  for (const name of await partitions(pool)) {
    if (name >= oldest) return;
    if (!(await alter(pool, `select drop_journal_day('${dayIn(name)}') as done`))) return;
  }
}

/** The partitions that there are, oldest first. */
async function partitions(database: Pool | ClientBase): Promise<string[]> {
  const { rows } = await database.query<{ name: string }>(
    `select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid
     where i.inhparent = 'journal'::regclass order by c.relname`,
  );
  return rows.map(({ name }) => name);
}

/**
 * Changes the journal's tables, all or nothing, or fails soon: whoever waits for a lock that a long reader holds would
 * make the writer wait behind it. Statements that are sent together are one transaction. Gives what the last one says of
 * `done`.
 */
async function alter(database: Pool | ClientBase, statement: string): Promise<boolean> {
  const results: unknown = await database.query(
    `set local lock_timeout = '${LONGEST_WAIT_MS}ms'; ${statement}`,
  );
  return (results as readonly QueryResult<{ done?: boolean }>[]).at(-1)?.rows[0]?.done === true;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function nameOf(day: string): string {
  return `journal_${day.replaceAll('-', '')}`;
}

function dayIn(name: string): string {
  return name.replace(/^journal_(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
}

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
