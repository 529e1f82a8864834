import { buffer } from 'node:stream/consumers';
import { finished } from 'node:stream/promises';
import type { Client } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';

/** How fast PostgreSQL alone takes rows. */
export interface Written {
  readonly rows: number;
  readonly seconds: number;
  readonly rowsPerSecond: number;
}

/** Writes rows that a table holds into one like it, with its indexes, by one COPY: the bare cost of storing them. */
export async function copyAgain(client: Client, table: string, most: number): Promise<Written> {
  await emptyTwin(client, table);
  const lines = await buffer(client.query(copyTo(`copy (select * from ${table} limit ${most}) to stdout`)));
  return timed(client, table, async () => {
    const copy = client.query(copyFrom(`copy ${table}_again from stdin`));
    copy.end(lines);
    await finished(copy);
  });
}

/** The same by one INSERT of an array for each column. */
export async function insertAgain(client: Client, table: string, most: number): Promise<Written> {
  await emptyTwin(client, table);
  const columns = await columnsOf(client, table);
  const { rows } = await client.query<(string | null)[]>({
    text: `select ${columns.map(({ name }) => `${name}::text`).join(', ')} from ${table} limit ${most}`,
    rowMode: 'array',
  });
  const names = columns.map(({ name }) => name).join(', ');
  const text = `insert into ${table}_again (${names})
    select ${columns.map(({ name, type }) => `${name}::${type}`).join(', ')}
    from unnest(${columns.map((_, i) => `$${i + 1}::text[]`).join(', ')}) as t(${names})`;
  const values = columns.map((_, i) => rows.map((row) => row[i]));
  return timed(client, table, () => client.query(text, values));
}

async function emptyTwin(client: Client, table: string): Promise<void> {
  await client.query(`drop table if exists ${table}_again`);
  await client.query(`create table ${table}_again (like ${table} including all)`);
  await client.query('checkpoint');
}

async function columnsOf(client: Client, table: string): Promise<{ name: string; type: string }[]> {
  const { rows } = await client.query<{ name: string; type: string }>(
    `select quote_ident(attname) as name, format_type(atttypid, atttypmod) as type from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped order by attnum`,
    [table],
  );
  return rows;
}

async function timed(client: Client, table: string, write: () => Promise<unknown>): Promise<Written> {
  const startedAt = performance.now();
  await write();
  const seconds = (performance.now() - startedAt) / 1000;
  const { rows } = await client.query<{ count: number }>(`select count(*)::int as count from ${table}_again`);
  const count = rows[0]?.count ?? 0;
  return {
    rows: count,
    seconds: Math.round(seconds * 1000) / 1000,
    rowsPerSecond: Math.round(count / seconds),
  };
}
