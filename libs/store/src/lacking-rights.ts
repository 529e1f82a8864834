import { Client } from 'pg';
import { DatabaseUnreachable, unreachable } from './store-faults.js';

/** SQLSTATE: insufficient_privilege; and invalid_schema_name, where no schema of the search path may be used. */
const LACKING = ['42501', '3F000'];

/**
 * What is to be told of a failure to bring the schema up to date: where its role lacks the rights, which ones these are
 * and both ways to mend it.
 */
export async function notPrepared(url: string, role: string, error: unknown): Promise<DatabaseUnreachable> {
  const failure = unreachable(url, error);
  if (!(error instanceof Error && 'code' in error && LACKING.includes(String(error.code)))) return failure;
  const [need, grant] = await remedy(url, role);
  return new DatabaseUnreachable(
    `${failure.message}. The role "${role}" ${need}. Either ${grant} TO "${role}", or name a role that may in ` +
      'OMC_DATABASE_OWNER_URL',
    { cause: error },
  );
}

async function remedy(url: string, role: string): Promise<[need: string, grant: string]> {
  const { schema, owner } = await whoseTables(url);
  if (owner !== undefined && owner !== role)
    return [`has to own the tables, to bring them up to date: they are of "${owner}"`, `GRANT "${owner}"`];
  return [`has to be able to make tables in schema ${schema}`, `GRANT USAGE, CREATE ON SCHEMA ${schema}`];
}

/** Where our tables are or would be, and whose they are, if there are any. */
async function whoseTables(url: string): Promise<{ readonly schema: string; readonly owner?: string }> {
  const client = new Client({ connectionString: url, application_name: 'omc-migrations' });
  await client.connect();
  try {
    const { rows } = await client.query<{ schema: string; owner: string }>(
      `select schemaname as schema, tableowner as owner from pg_tables where tablename = 'writer_partition'
         and schemaname = coalesce(current_schema(), 'public')`,
    );
    return rows[0] ?? { schema: 'public' };
  } finally {
    await client.end();
  }
}
