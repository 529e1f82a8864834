import type { PoolConfig, QueryConfig } from 'pg';

/** Within this a statement of a reader must be answered: no connection that froze may keep somebody waiting for ever. */
const READER_MS = 30_000;
const CONNECT_MS = 5_000;
const KEEP_ALIVE_MS = 10_000;

/** What the connections of readers have in common. */
export const readerOptions = {
  connectionTimeoutMillis: CONNECT_MS,
  query_timeout: READER_MS,
  keepAlive: true,
  keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
} as const satisfies PoolConfig;

/** A statement with a time limit of its own, in milliseconds. pg knows it by a member that its types leave out. */
export function within(ms: number, statement: QueryConfig): QueryConfig {
  return Object.assign(statement, { query_timeout: ms });
}
