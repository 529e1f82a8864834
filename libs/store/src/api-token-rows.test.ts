import type { AuditEntry } from '@omc/alarm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ApiToken } from './api-token-rows.js';
import type { Store } from './open-store.js';
import { T0 } from './testing/batches.js';
import { TestDatabase } from './testing/test-database.js';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const MOST = 3;

let made = 0;
function tokenOf(user: string, name: string, rest: Partial<ApiToken> = {}): ApiToken {
  made += 1;
  const id = `00000000-0000-4000-8000-${String(made).padStart(12, '0')}`;
  return {
    id,
    user,
    name,
    role: 'viewer',
    scope: null,
    createdAt: T0,
    expiresAt: T0 + DAY_MS,
    lastUsedAt: null,
    ...rest,
  };
}

const entry: AuditEntry = {
  at: T0,
  user: 'li',
  from: '192.0.2.1',
  via: 'rest',
  action: 'add-token',
  target: 'token li a',
  before: null,
  after: { role: 'viewer' },
};

describe('API tokens', () => {
  let database: TestDatabase;
  let store: Store;
  const add = (token: ApiToken, hash = `hash of ${token.user} ${token.name}`) =>
    store.apiTokens.add(token, hash, MOST, entry);
  const entries = () => database.rows('select action from audit');

  beforeEach(async () => {
    database = await TestDatabase.make();
    store = await database.open();
    for (const name of ['li', 'wang'])
      await database.rows(
        `insert into app_user (name, role, password_hash, created_by, changed_by) values ($1, 'operator', '', '', '')`,
        [name],
      );
  });
  afterEach(() => database.close());

  it('are found by their hash until they end, with all that was stored of them', async () => {
    const token = tokenOf('li', 'a', { scope: { nes: ['eNB-1'], subnets: ['Subnet=1'] } });
    expect(await add(token, 'hash')).toBe('stored');
    expect(await store.apiTokens.use('hash', T0)).toEqual(token);
    expect(await store.apiTokens.use('another', T0)).toBeUndefined();
    expect(await store.apiTokens.use('hash', T0 + DAY_MS)).toBeUndefined();
  });

  it('know when they were used last, to the minute', async () => {
    const token = tokenOf('li', 'a');
    await add(token, 'hash');
    const lastUsed = async () => (await store.apiTokens.find(token.id))?.lastUsedAt;
    await store.apiTokens.use('hash', T0);
    await store.apiTokens.use('hash', T0 + MINUTE_MS - 1);
    expect(await lastUsed()).toBe(T0);
    await store.apiTokens.use('hash', T0 + MINUTE_MS);
    expect(await lastUsed()).toBe(T0 + MINUTE_MS);
  });

  it('are listed by owner and name, by pages, of one owner or of all', async () => {
    for (const [user, name] of [
      ['wang', 'a'],
      ['li', 'b'],
      ['li', 'B'],
      ['li', 'a'],
    ] as const)
      await add(tokenOf(user, name));
    const names = async (...of: Parameters<Store['apiTokens']['list']>) =>
      (await store.apiTokens.list(...of)).map(({ user, name }) => `${user} ${name}`);
    expect(await names(undefined, undefined, 10)).toEqual(['li B', 'li a', 'li b', 'wang a']);
    expect(await names(undefined, undefined, 2)).toEqual(['li B', 'li a']);
    expect(await names(undefined, { user: 'li', name: 'a' }, 10)).toEqual(['li b', 'wang a']);
    expect(await names('wang', undefined, 10)).toEqual(['wang a']);
  });

  it('are not stored twice by one name of one owner, nor without an owner, nor without end', async () => {
    expect(await add(tokenOf('li', 'a'))).toBe('stored');
    expect(await add(tokenOf('li', 'a'))).toBe('name is taken');
    expect(await add(tokenOf('wang', 'a'))).toBe('stored');
    expect(await add(tokenOf('nobody', 'a'))).toBe('no owner');
    const several = await Promise.all(['b', 'c', 'd', 'e'].map((name) => add(tokenOf('li', name))));
    expect(several.sort()).toEqual(['stored', 'stored', 'too many', 'too many']);
    expect(await entries()).toHaveLength(4);
  });

  it('make room a month after their end', async () => {
    for (const name of ['a', 'b', 'c']) await add(tokenOf('li', name));
    expect(await add(tokenOf('li', 'd', { createdAt: T0 + 31 * DAY_MS }))).toBe('too many');
    expect(await add(tokenOf('li', 'd', { createdAt: T0 + 31 * DAY_MS + 1 }))).toBe('stored');
  });

  it('are removed once, with an entry in the audit log, and with their owner', async () => {
    const token = tokenOf('li', 'a');
    await add(token, 'hash');
    const removal = { ...entry, action: 'remove-token' };
    expect(await store.apiTokens.remove(token.id, removal)).toBe(true);
    expect(await store.apiTokens.remove(token.id, removal)).toBe(false);
    expect(await entries()).toEqual([{ action: 'add-token' }, { action: 'remove-token' }]);
    expect(await store.apiTokens.find('no uuid')).toBeUndefined();
    await add(tokenOf('wang', 'a'));
    await database.rows(`delete from app_user where name = 'wang'`);
    expect(await store.apiTokens.list(undefined, undefined, 10)).toEqual([]);
  });

  it('are not stored where their entry in the audit log cannot be', async () => {
    const unwritable = { ...entry, at: Number.NaN };
    await expect(store.apiTokens.add(tokenOf('li', 'a'), 'hash', MOST, unwritable)).rejects.toThrow();
    expect(await store.apiTokens.list(undefined, undefined, 10)).toEqual([]);
    expect(await add(tokenOf('li', 'a'))).toBe('stored');
  });
});
