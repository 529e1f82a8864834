import type { AuditEntry, Json, WayIn } from '@omc/alarm';
import type { Pool } from 'pg';

/** An entry as it is stored: numbered in the order in which entries were written. */
export interface StoredAuditEntry extends AuditEntry {
  readonly id: number;
}

/** Which entries are wanted; what is left out does not restrict. Times in milliseconds since 1970 UTC, inclusive. */
export interface AuditSelection {
  readonly user?: string | undefined;
  readonly action?: string | undefined;
  readonly target?: string | undefined;
  readonly sinceAt?: number | undefined;
  readonly untilAt?: number | undefined;
}

/** What runs a statement: a connection within its transaction, or any. */
interface Querying {
  query(text: string, values: unknown[]): Promise<unknown>;
}

const COLUMNS = ['at', 'user_name', 'source', 'via', 'action', 'target', 'before', 'after'] as const;
const TYPES = ['timestamptz', 'text', 'text', 'text', 'text', 'text', 'json', 'json'] as const;

interface AuditRow {
  id: string;
  at: Date;
  user_name: string;
  source: string;
  via: WayIn;
  action: string;
  target: string;
  before: Json;
  after: Json;
}

/** The audit log: entries are added and read, and nothing else. */
export class AuditLog {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  async add(entry: AuditEntry): Promise<void> {
    await addAuditEntries(this.#pool, [entry]);
  }

  /** Entries, the newest first, from before a number where one is given. */
  async page(
    { user, action, target, sinceAt, untilAt }: AuditSelection,
    limit: number,
    before?: number,
  ): Promise<StoredAuditEntry[]> {
    const terms: string[] = [];
    const values: unknown[] = [];
    const where = (term: string, value: unknown) => {
      if (value !== undefined) terms.push(term.replace('?', `$${values.push(value)}`));
    };
    where('user_name = ?', user);
    where('action = ?', action);
    where('target = ?', target);
    where('at >= ?', sinceAt === undefined ? undefined : instantOf(sinceAt));
    where('at <= ?', untilAt === undefined ? undefined : instantOf(untilAt));
    where('id < ?', before);
    const { rows } = await this.#pool.query<AuditRow>(
      `select * from audit ${terms.length === 0 ? '' : `where ${terms.join(' and ')}`}
       order by id desc limit ${limit}`,
      values,
    );
    return rows.map(({ id, at, user_name, source, ...row }) => ({
      ...row,
      id: Number(id),
      at: at.getTime(),
      user: user_name,
      from: source,
    }));
  }
}

/** Adds entries to the audit log, in order; within the transaction that the connection is in, where it is in one. */
export async function addAuditEntries(connection: Querying, entries: readonly AuditEntry[]): Promise<void> {
  await connection.query(
    `insert into audit (${COLUMNS.join(', ')})
     select ${COLUMNS.join(', ')}
     from unnest(${TYPES.map((type, i) => `$${i + 1}::${type}[]`).join(', ')})
       with ordinality as done (${COLUMNS.join(', ')}, place)
     order by place`,
    [
      entries.map(({ at }) => new Date(at)),
      entries.map(({ user }) => storable(user)),
      entries.map(({ from }) => from),
      entries.map(({ via }) => via),
      entries.map(({ action }) => action),
      entries.map(({ target }) => storable(target)),
      entries.map(({ before }) => asText(before)),
      entries.map(({ after }) => asText(after)),
    ],
  );
}

function asText(value: Json): string | null {
  return value === null ? null : JSON.stringify(value);
}

/** PostgreSQL has no NUL in texts; who signs in in vain may name anything. */
function storable(text: string): string {
  return text.replaceAll('\0', '\uFFFD').slice(0, 400);
}

/** PostgreSQL knows no year 0. */
function instantOf(at: number): Date {
  return new Date(Math.max(0, at));
}
