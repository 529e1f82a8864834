import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TestDatabase } from './testing/test-database.js';

const ENTRY = {
  at: Date.UTC(2031, 0, 2),
  user: 'admin',
  from: '',
  via: 'system',
  action: 'add-user',
  target: 'user a',
  before: null,
  after: null,
} as const;

describe('the role that the OMC works with', () => {
  let database: TestDatabase;
  let runtime: pg.Client;

  // One for all of them: what is refused leaves nothing behind.
  beforeAll(async () => {
    database = await TestDatabase.make();
    const store = await database.open();
    await store.auditLog.add(ENTRY);
    runtime = new pg.Client({ connectionString: database.runtimeUrl });
    await runtime.connect();
  });
  afterAll(async () => {
    await runtime.end();
    await database.close();
  });

  const journalDay = async () => {
    const sql = `select min(inhrelid::regclass::text) as name from pg_inherits where inhparent = 'journal'::regclass`;
    const [day] = await database.rows<{ name: string }>(sql);
    return day?.name ?? '';
  };

  it.each([
    `update audit set user_name = 'nobody'`,
    'delete from audit',
    'truncate audit',
    'alter table audit disable trigger all',
    'alter table audit disable trigger audit_is_append_only',
    'drop trigger audit_is_append_only on audit',
    'drop table audit',
    'alter table audit add column x int',
    `update alarm_change set by = 'nobody'`,
    'delete from alarm_change',
    'truncate alarm_change',
    'update journal set seq = 1',
    'delete from journal',
    'delete from alarm',
    'truncate alarm cascade',
    'delete from alarm_comment',
    'drop table alarm cascade',
    'alter table alarm alter column text drop not null',
    'drop function refuse_change_of_audit() cascade',
    'create or replace function drop_journal_day(day date) returns boolean language sql as $$ select true $$',
    'create table mine (x int)',
    'select * from migrations',
    'delete from writer_partition',
  ])('may not %s', async (statement) => {
    await expect(runtime.query(statement)).rejects.toThrow(/permission denied|must be owner/);
    expect(await database.rows('select action from audit')).toEqual([{ action: 'add-user' }]);
  });

  it('may not put itself in the place of the owner', async () => {
    await expect(runtime.query('set session_replication_role = replica')).rejects.toThrow(
      'permission denied',
    );
    await expect(runtime.query('set role omc')).rejects.toThrow('permission denied');
    await expect(runtime.query(`alter role ${database.name} superuser`)).rejects.toThrow('permission denied');
  });

  it('cannot reach a partition of the journal beside its table, nor drop one that is needed', async () => {
    const day = await journalDay();
    await expect(runtime.query(`drop table ${day}`)).rejects.toThrow('must be owner');
    await expect(runtime.query(`select * from ${day}`)).rejects.toThrow('permission denied');
    const { rows } = await runtime.query('select drop_journal_day(current_date) as done');
    expect(rows).toEqual([{ done: false }]);
    await expect(runtime.query(`select drop_journal_day('2001-01-01')`)).rejects.toThrow('there is no');
    expect(await journalDay()).toBe(day);
  });

  it('is not led astray by tables of its own when it uses the owner’s functions', async () => {
    await runtime.query('create temp table journal (like public.journal) partition by range (recorded_at)');
    await runtime.query(`select make_journal_day('2031-05-05')`);
    const sql = `select inhparent::regclass::text as parent from pg_inherits
      where inhrelid = 'public.journal_20310505'::regclass`;
    expect(await database.rows(sql)).toEqual([{ parent: 'journal' }]);
  });

  it('loses again what somebody gave it, at the next start', async () => {
    await database.rows(`grant all on audit, migrations to ${database.name}`);
    await runtime.query('select * from migrations');
    expect((await database.open()).rights).toEqual({ areLeast: true });
    await expect(runtime.query('truncate audit')).rejects.toThrow('permission denied');
    await expect(runtime.query('select * from migrations')).rejects.toThrow('permission denied');
  });

  it('can be the owner itself, which is told', async () => {
    const { rights } = await database.open({ url: database.url });
    expect(rights).toEqual({ areLeast: false, reason: expect.stringContaining('owner of the tables') });
  });

  it('has to be there', async () => {
    const url = new URL(database.runtimeUrl);
    url.username = 'nobody_yet';
    await expect(database.open({ url: url.href })).rejects.toThrow('there is no role "nobody_yet"');
  });
});

describe('a start with a role that lacks the rights', () => {
  let database: TestDatabase;

  beforeEach(async () => {
    database = await TestDatabase.makeEmpty();
  });
  afterEach(() => database.close());

  /** The role of the work, without any other beside it. */
  const start = () => database.open({ ownerUrl: database.runtimeUrl });

  it('says that it may make no tables, and both ways out, which are ways out', async () => {
    const { name } = database;
    await expect(start()).rejects.toThrow(
      `user "${name}": permission denied for schema public. The role "${name}" has to be able to make tables in schema ` +
        `public. Either GRANT USAGE, CREATE ON SCHEMA public TO "${name}", or name a role that may in OMC_DATABASE_OWNER_URL`,
    );
    await database.rows(`grant usage, create on schema public to "${name}"`);
    expect((await start()).rights.areLeast).toBe(false);
  });

  it('says so where it may not even use the schema', async () => {
    await database.rows('revoke all on schema public from public');
    await expect(start()).rejects.toThrow(
      /GRANT USAGE, CREATE ON SCHEMA public TO .* OMC_DATABASE_OWNER_URL/,
    );
  });

  it('says that the tables are another’s, and both ways out', async () => {
    await database.open();
    const { name } = database;
    const [made] = await database.rows<{ owner: string }>('select current_user as owner');
    await expect(start()).rejects.toThrow(
      `The role "${name}" has to own the tables, to bring them up to date: they are of "${made?.owner}". ` +
        `Either GRANT "${made?.owner}" TO "${name}", or name a role that may in OMC_DATABASE_OWNER_URL`,
    );
    expect((await database.open()).rights).toEqual({ areLeast: true });
  });
});
