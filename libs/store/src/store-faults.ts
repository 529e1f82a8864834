import { DatabaseError } from 'pg';

/** The database cannot be reached, or refuses us. The message says which, where and why. */
export class DatabaseUnreachable extends Error {
  override readonly name = 'DatabaseUnreachable';
}

/** Another writer has taken over the partition: this one must end. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';
}

/** PostgreSQL refuses a batch for what is in it: waiting would not help. */
export class BatchRefused extends Error {
  override readonly name = 'BatchRefused';
}

/** What went wrong with a connection, in one line that names host and database but no password. */
export function unreachable(url: string, error: unknown): DatabaseUnreachable {
  const reason = reasonOf(error);
  let where = 'the database';
  try {
    const { hostname, port, pathname, username } = new URL(url);
    where = `${hostname}:${port || '5432'}, database "${pathname.slice(1)}", user "${username}"`;
  } catch {
    return new DatabaseUnreachable(
      'DATABASE_URL is not a URL of the form postgres://user:password@host:port/database',
    );
  }
  return new DatabaseUnreachable(`cannot use PostgreSQL at ${where}: ${reason}`, { cause: error });
}

/** Whether a statement was not answered in time, as pg says it. */
export function isTimeout(error: unknown): boolean {
  return error instanceof Error && error.message === 'Query read timeout';
}

function reasonOf(error: unknown): string {
  if (isTimeout(error)) return 'it does not answer in time';
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0]);
  if (error instanceof Error) return error.message || ('code' in error ? String(error.code) : error.name);
  return String(error);
}

/**
 * SQLSTATE classes in which another try may do: connection, transaction state (a standby that only reads),
 * transaction rollback, resources, operator intervention, system.
 */
const PASSING = /^(08|25|40|53|55|57|58|XX)/;

/** Whether another try of the same may succeed: not where PostgreSQL refuses it, nor where it cannot even be said. */
export function isPassing(error: unknown): boolean {
  if (error instanceof DatabaseError) return PASSING.test(error.code ?? '');
  return !(error instanceof TypeError || error instanceof RangeError);
}

/** Whether there is no partition yet for a journal entry of today. */
export function lacksPartition(error: unknown): boolean {
  return error instanceof DatabaseError && error.code === '23514' && error.table === 'journal';
}
