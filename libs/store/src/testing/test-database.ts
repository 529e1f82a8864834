import { randomUUID } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import pg from 'pg';
import { inject } from 'vitest';
import { openStore, type Store, type StoreDependencies } from '../open-store.js';
import { CuttingProxy } from './cutting-proxy.js';

declare module 'vitest' {
  export interface ProvidedContext {
    readonly postgresUrl: string;
    readonly modelDatabase: string;
  }
}

/** A database of one's own in the tests' server, and a second way into it. */
export class TestDatabase {
  readonly #stores: Store[] = [];
  readonly #proxies: CuttingProxy[] = [];
  readonly #client: pg.Client;
  /** What each store was told of the database, `undefined` where it answers. */
  readonly troubles: (Error | undefined)[] = [];
  pauses = 0;

  private constructor(
    /** As the owner of the tables. */
    readonly url: string,
    /** As the role that the store works with. */
    readonly runtimeUrl: string,
    client: pg.Client,
  ) {
    this.#client = client;
  }

  /** One that has the schema already. */
  static make(): Promise<TestDatabase> {
    return TestDatabase.#from(inject('modelDatabase'));
  }

  /** One with nothing in it, as at the first start of all. */
  static makeEmpty(): Promise<TestDatabase> {
    return TestDatabase.#from('template1');
  }

  static async #from(template: string): Promise<TestDatabase> {
    const name = `test_${randomUUID().replaceAll('-', '')}`;
    const server = inject('postgresUrl');
    const maker = new pg.Client({ connectionString: server });
    await maker.connect();
    await maker.query(`create database ${name} template ${template}`);
    // A role of its own, so that what one test grants helps no other.
    await maker.query(`create role ${name} login password 'runtime'`);
    await maker.end();
    const url = new URL(server);
    url.pathname = `/${name}`;
    const client = new pg.Client({ connectionString: url.href, application_name: 'test' });
    await client.connect();
    const runtime = new URL(url);
    runtime.username = name;
    runtime.password = 'runtime';
    return new TestDatabase(url.href, runtime.href, client);
  }

  /** Opens the store; pauses between tries take one turn of the event loop. */
  async open(rest: Partial<StoreDependencies> = {}): Promise<Store> {
    const store = await openStore({
      url: this.runtimeUrl,
      ownerUrl: this.url,
      now: Date.now,
      pause: async () => {
        this.pauses += 1;
        await nextTurn();
      },
      onTrouble: (trouble) => this.troubles.push(trouble),
      ...rest,
    });
    this.#stores.push(store);
    return store;
  }

  /** Rows of a statement of one's own. */
  async rows<Row extends object>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    const { rows } = await this.#client.query<Row>(sql, parameters);
    return rows;
  }

  /** Waits until some connection of the store waits for a lock. */
  async untilBlocked(application: string): Promise<void> {
    const sql = `select 1 from pg_stat_activity
      where datname = current_database() and application_name = $1 and wait_event_type = 'Lock'`;
    while ((await this.rows(sql, [application])).length === 0) await nextTurn();
  }

  /** Ends connections as a restart of the server does. */
  async terminate(application: string): Promise<void> {
    await this.rows(
      `select pg_terminate_backend(pid, 5000) from pg_stat_activity
       where datname = current_database() and application_name = $1`,
      [application],
    );
  }

  /** Lets new connections in, or none. */
  async letIn(allowed: boolean): Promise<void> {
    const client = new pg.Client({ connectionString: inject('postgresUrl') });
    await client.connect();
    await client.query(`alter database ${this.name} with allow_connections ${allowed}`);
    await client.end();
  }

  /** Another way to the database, on which commits can be cut off. */
  async proxy(): Promise<CuttingProxy> {
    const proxy = await CuttingProxy.before(this.runtimeUrl);
    this.#proxies.push(proxy);
    return proxy;
  }

  get name(): string {
    return new URL(this.url).pathname.slice(1);
  }

  async close(): Promise<void> {
    for (const store of this.#stores) await store.close();
    for (const proxy of this.#proxies) await proxy.close();
    await this.#client.end();
  }
}
