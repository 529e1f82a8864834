import { Client, type QueryResult } from 'pg';
import { MAKE_MOVED } from './alarm-rows.js';

/** A process of the server, so that it can be told from a later one with the same id. */
export interface Backend {
  readonly pid: number;
  readonly backend_start: string;
}

const CONNECT_MS = 5_000;
const KEEP_ALIVE_MS = 10_000;
const TERMINATE_MS = 2_000;

/**
 * What the server is to do by itself for a writer that it no longer hears: a lock that the writer held must not keep
 * the next one out.
 */
const SETTINGS = `
  set lock_timeout = '5s';
  set idle_in_transaction_session_timeout = '60s';
  set tcp_keepalives_idle = 30;
  set tcp_keepalives_interval = 10;
  set tcp_keepalives_count = 3;
  ${MAKE_MOVED};
  select pid, backend_start::text from pg_stat_activity where pid = pg_backend_pid()`;

/** The writer's connection. A statement that is not answered in time fails, even where the connection seems to live. */
export class WriterConnection {
  readonly client: Client;
  /** What serves it, once it is open. */
  backend: Backend | undefined;

  /** @param patienceMs within this a statement must be answered. */
  constructor(url: string, patienceMs: number, onBroken: () => void) {
    this.client = new Client({
      connectionString: url,
      connectionTimeoutMillis: CONNECT_MS,
      query_timeout: patienceMs,
      keepAlive: true,
      keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
      application_name: 'omc-writer',
    });
    this.client.on('error', onBroken);
  }

  /** Connects, and ends what the server still has of connections before, since it may hold a lock that we need. */
  async open(left: readonly Backend[]): Promise<void> {
    await this.client.connect();
    const results = (await this.client.query(SETTINGS)) as unknown as readonly QueryResult<Backend>[];
    this.backend = results.at(-1)?.rows[0];
    for (const { pid, backend_start } of left)
      await this.client.query(
        `select pg_terminate_backend(pid, ${TERMINATE_MS}) from pg_stat_activity
         where pid = $1 and backend_start::text = $2`,
        [pid, backend_start],
      );
  }

  /** Ends it, without waiting for a peer that may never answer. */
  async close(): Promise<void> {
    const { stream } = this.client.connection;
    stream.once('finish', () => stream.destroy());
    await this.client.end();
  }
}
