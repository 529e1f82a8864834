import { once } from 'node:events';
import { createServer } from 'node:net';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DatabaseUnreachable } from './store-faults.js';
import { TestDatabase } from './testing/test-database.js';

const DAY_MS = 86_400_000;

describe('opening the store', () => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await TestDatabase.makeEmpty();
  });
  afterEach(() => database.close());

  const partitions = async () =>
    (
      await database.rows<{ name: string }>(
        `select inhrelid::regclass::text as name from pg_inherits
         where inhparent = 'journal'::regclass order by 1`,
      )
    ).map(({ name }) => name);
  const dayName = (at: number) => `journal_${new Date(at).toISOString().slice(0, 10).replaceAll('-', '')}`;

  it('makes the schema in an empty database, and finds it the next time', async () => {
    await database.open();
    const tables = await database.rows<{ table_name: string }>(
      `select table_name from information_schema.tables where table_schema = 'public'`,
    );
    const names = tables.map(({ table_name }) => table_name);
    for (const name of [
      'writer_partition',
      'ne',
      'filter',
      'journal',
      'alarm',
      'alarm_change',
      'app_user',
      'app_session',
    ])
      expect(names).toContain(name);
    const ran = await database.rows('select name from migrations order by id');
    const again = await database.open();
    expect(await database.rows('select name from migrations order by id')).toEqual(ran);
    await again.ping();
  });

  it('makes the partitions of the journal from yesterday to three days ahead, once', async () => {
    const noon = Date.UTC(2031, 1, 27, 12);
    await database.open({ now: () => noon });
    const expected = [-1, 0, 1, 2, 3].map((days) => dayName(noon + days * DAY_MS));
    expect(await partitions()).toEqual(expected);
    await database.open({ now: () => noon + 1 });
    expect(await partitions()).toEqual(expected);
    await database.open({ now: () => noon + DAY_MS });
    expect(await partitions()).toEqual([...expected, dayName(noon + 4 * DAY_MS)]);
  });

  it('makes partitions while somebody reads the journal for long, and nobody waits for that', async () => {
    const noon = Date.UTC(2031, 1, 27, 12);
    await database.open({ now: () => noon });
    const reader = new pg.Client({ connectionString: database.url });
    await reader.connect();
    try {
      await reader.query('begin; select count(*) from journal');
      await database.open({ now: () => noon + DAY_MS });
      expect(await partitions()).toContain(dayName(noon + 4 * DAY_MS));
    } finally {
      await reader.end();
    }
  });

  it('makes partitions that have what the journal has', async () => {
    await database.open({ now: () => Date.UTC(2031, 1, 27, 12) });
    const [{ count } = { count: 0 }] = await database.rows<{ count: number }>(
      `select count(*)::int as count from pg_indexes where tablename = 'journal_20310227'`,
    );
    expect(count).toBe(2);
    expect(
      await database.rows(`insert into journal (partition, seq, recorded_at, kind, ne, at)
        values (0, 1, '2031-02-27 23:59:59+00', 'started', '', now()) returning tableoid::regclass::text as into`),
    ).toEqual([{ into: 'journal_20310227' }]);
  });

  it('can be opened by several at a time', async () => {
    const now = () => Date.UTC(2031, 1, 27, 12);
    await database.open({ now });
    const later = () => now() + 30 * DAY_MS;
    await Promise.all([1, 2, 3].map(() => database.open({ now: later })));
    expect(await partitions()).toHaveLength(10);
  });

  it('gives each writer a greater token than the one before', async () => {
    const [one, two] = [await database.open(), await database.open()];
    const tokens = [await one.takeLease('a'), await two.takeLease('b'), await one.takeLease('c')];
    expect(tokens.map(({ lease }) => lease.token)).toEqual([1, 2, 3]);
    expect(await database.rows('select holder from writer_partition')).toEqual([{ holder: 'c' }]);
  });

  it('pings while the database answers, and tells where it does not', async () => {
    const store = await database.open();
    await store.ping();
    await database.letIn(false);
    await database.terminate('omc-reader');
    await expect(store.ping()).rejects.toThrow();
    await database.letIn(true);
    await store.ping();
  });

  describe('that cannot be reached names host, port, database, user and reason, and no password', () => {
    const failure = async (url: string): Promise<Error> => {
      const opened = database.open({ url, ownerUrl: url });
      const error = await opened.then(
        () => new Error('it was opened'),
        (reason: unknown) => reason,
      );
      expect(error).toBeInstanceOf(DatabaseUnreachable);
      return error as Error;
    };
    const at = (change: (url: URL) => void) => {
      const url = new URL(database.url);
      change(url);
      return url.href;
    };
    const portOfNobody = async () => {
      const server = createServer().listen(0, '127.0.0.1');
      await once(server, 'listening');
      const address = server.address();
      server.close();
      return address !== null && typeof address === 'object' ? String(address.port) : '';
    };

    it('where nobody listens', async () => {
      const port = await portOfNobody();
      const { message } = await failure(`postgres://who:sesame@127.0.0.1:${port}/what`);
      expect(message).toContain(`127.0.0.1:${port}, database "what", user "who"`);
      expect(message).toContain('ECONNREFUSED');
      expect(message).not.toContain('sesame');
    });

    it('where the host is not known', async () => {
      const { message } = await failure('postgres://who:sesame@nowhere.invalid/what');
      expect(message).toMatch(/nowhere\.invalid:5432.*(ENOTFOUND|EAI_AGAIN)/);
      expect(message).not.toContain('sesame');
    });

    it('where there is no such database', async () => {
      const { message } = await failure(
        at((url) => {
          url.pathname = '/nothing';
        }),
      );
      expect(message).toContain('database "nothing" does not exist');
      expect(message).not.toContain(new URL(database.url).password || '\0');
    });

    it('where there is no such user', async () => {
      const { message } = await failure(
        at((url) => {
          url.username = 'stranger';
          url.password = 'sesame';
        }),
      );
      expect(message).toContain('stranger');
      expect(message).not.toContain('sesame');
    });

    it.each(['not a url', 'postgres://who:se/same@host/what', ''])(
      'where the URL is none: %j',
      async (url) => {
        const { message } = await failure(url);
        expect(message).toContain('DATABASE_URL is not a URL');
        expect(message).not.toContain('same');
      },
    );
  });

  it('says that the database does not answer in time where a connection froze, and takes another one', async () => {
    const proxy = await database.proxy();
    const store = await database.open({ url: proxy.url });
    await store.ping();
    proxy.freezeAll();
    await expect(store.ping()).rejects.toThrow('does not answer in time');
    await store.ping();
  });
});
