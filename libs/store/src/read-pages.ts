import type { Pool, PoolClient, QueryArrayConfig, QueryConfig } from 'pg';

/** Few enough that what the rows are made of dies young: garbage that gets old is dear. */
const PAGE = 2_000;

/**
 * The rows of a query, all as they are at one instant, by pages: while one is worked on, the next is read. The query is
 * carried out once, so that it may be one that sorts.
 */
export async function* readPages<Row>(
  pool: Pool,
  query: QueryConfig | QueryArrayConfig,
): AsyncGenerator<readonly Row[], void, void> {
  const client = await pool.connect();
  let ended = false;
  try {
    yield* pagesOf<Row>(client, query);
    ended = true;
  } finally {
    // A connection on which something failed, or is still under way, is not given back but closed.
    client.release(!ended);
  }
}

async function* pagesOf<Row>(
  client: PoolClient,
  { text, values, ...how }: QueryConfig | QueryArrayConfig,
): AsyncGenerator<readonly Row[], void, void> {
  await client.query('begin transaction isolation level repeatable read read only');
  // All of it will be read, so the plan that is quick with the first rows is not wanted.
  await client.query('set local cursor_tuple_fraction = 1');
  await client.query(`declare pages no scroll cursor for ${text}`, values);
  const fetch = async () =>
    (await client.query<Row & object>({ ...how, text: `fetch ${PAGE} from pages` })).rows;
  let next = fetch();
  for (let rows = await next; rows.length > 0; rows = await next) {
    next = fetch();
    // Told where it is waited for; nobody waits where the reader has had enough.
    next.catch(() => undefined);
    yield rows;
  }
  await client.query('commit');
}
