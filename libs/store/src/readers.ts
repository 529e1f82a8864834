import { type Client, Pool, type PoolClient } from 'pg';
import { readerOptions } from './reader-options.js';

const MOST = 10;
/** So long somebody who reads keeps the end waiting. */
const GRACE_MS = 2_000;

/** The connections of those who read. */
export class Readers {
  readonly pool: Pool;
  readonly #clients = new Set<PoolClient>();

  constructor(url: string) {
    this.pool = new Pool({
      ...readerOptions,
      connectionString: url,
      max: MOST,
      application_name: 'omc-reader',
    });
    // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
    this.pool.on('error', () => undefined);
    this.pool.on('connect', (client) => {
      this.#clients.add(client);
      // So would one that breaks while it is lent out: the query under way, or the next one, tells of it.
      client.on('error', () => undefined);
    });
    this.pool.on('remove', (client) => this.#clients.delete(client));
  }

  /** Ends them. What is being read when that takes too long is broken off: over a connection that froze it never ends. */
  async end(): Promise<void> {
    const cutting = setTimeout(() => this.#cut(), GRACE_MS);
    await this.pool.end();
    clearTimeout(cutting);
  }

  #cut(): void {
    for (const client of this.#clients) (client as unknown as Client).connection.stream.destroy();
  }
}
