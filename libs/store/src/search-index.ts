import { Client, DatabaseError } from 'pg';

/** What came of looking for the index: that it is there, or why it cannot be. */
export type SearchIndex = { readonly isThere: true } | { readonly isThere: false; readonly reason: string };

/**
 * Makes the index of searches where it is missing. It needs the extension pg_trgm, which comes with PostgreSQL but may
 * be missing on a server, or not be ours to make: then searches go through the lists, which is slower.
 */
export async function makeSearchIndex(url: string): Promise<SearchIndex> {
  const client = new Client({ connectionString: url, application_name: 'omc-migrations' });
  await client.connect();
  try {
    const reason = await refusal(client, 'create extension if not exists pg_trgm');
    if (reason !== undefined) return { isThere: false, reason };
    await client.query(
      'create index if not exists alarm_word_trigrams on alarm_word using gin (word gin_trgm_ops)',
    );
    return { isThere: true };
  } finally {
    await client.end();
  }
}

/** Why PostgreSQL refuses a statement; undefined where it was carried out. */
async function refusal(client: Client, statement: string): Promise<string | undefined> {
  try {
    await client.query(statement);
    return undefined;
  } catch (error) {
    if (error instanceof DatabaseError) return error.message;
    throw error;
  }
}
