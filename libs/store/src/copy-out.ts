import { StringDecoder } from 'node:string_decoder';
import type { Pool, PoolClient } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { type CopiedFields, copiedFields } from './copied-fields.js';

/** How much is taken from the connection at once, bytes: garbage that is gone soon is cheap, many small pieces are not. */
const PIECE_BYTES = 256 * 1024;

/** Within this all rows must be read: a million take ten seconds, and a connection that froze must not be waited for without end. */
const ALL_MS = 10 * 60_000;

/**
 * The rows of a query, all as they are at one instant, by pages of whatever came. A start reads hundreds of thousands,
 * and COPY's text takes a quarter of the time that a result's rows do. The query takes no parameters;
 * that its columns are those of a `Row` is the caller's to know.
 */
export async function* copyOut<Row extends CopiedFields>(
  pool: Pool,
  query: string,
): AsyncGenerator<readonly Row[], void, void> {
  const client = await pool.connect();
  let ended = false;
  try {
    for await (const lines of linesOf(client, query)) yield lines.map((line) => copiedFields(line) as Row);
    ended = true;
  } finally {
    // A connection on which something failed, or is still under way, is not given back but closed.
    client.release(!ended);
  }
}

async function* linesOf(client: PoolClient, query: string): AsyncGenerator<string[], void, void> {
  const pieces = limited(copyTo(`copy (${query}) to stdout`, { highWaterMark: PIECE_BYTES }));
  const decoder = new StringDecoder('utf8');
  let rest = '';
  try {
    for await (const piece of client.query(pieces)) {
      const lines = (rest + decoder.write(piece)).split('\n');
      rest = lines.pop() ?? '';
      yield lines;
    }
  } finally {
    pieces.callback?.();
  }
}

/** A query that must end within a time: pg watches that until `callback` is called, which pg-copy-streams does not. */
function limited<Query extends object>(query: Query): Query & { callback?: () => void } {
  return Object.assign(query, { query_timeout: ALL_MS });
}
