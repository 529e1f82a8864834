import type { AuditEntry } from '@omc/alarm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from './open-store.js';
import type { User } from './people.js';
import type { SessionRow } from './session-rows.js';
import { T0, uuid } from './testing/batches.js';
import { TestDatabase } from './testing/test-database.js';

const at = new Date(T0);
const li: User = {
  ...{ name: 'li', role: 'operator', scope: null, disabled: false, passwordChange: null, passwordHash: '' },
  ...{ createdAt: at, createdBy: 'admin', changedAt: at, changedBy: 'admin' },
};
const entry: AuditEntry = {
  ...{ at: T0, user: 'admin', from: '127.0.0.1', via: 'rest', action: 'test', target: 'user li' },
  ...{ before: null, after: null },
};

describe('sessions', () => {
  let database: TestDatabase;
  let store: Store;
  beforeEach(async () => {
    database = await TestDatabase.make();
    store = await database.open();
    await store.people.addUser(li, () => entry);
  });
  afterEach(() => database.close());

  const row = (tokenHash: string, ends: number, session = uuid(1)): SessionRow => ({
    ...{ tokenHash, session, userName: li.name, inBrowser: false },
    ...{ createdAt: at, expiresAt: new Date(ends), lastUsedAt: at },
    ...{ begunAt: at, openedFrom: '10.0.0.1', openedVia: 'rest', program: 'curl/8' },
  });
  const open = (opened: SessionRow) => store.sessionRows.open(opened, entry, at);
  const isOpen = async (token: string, now = T0) => (await store.sessionRows.find(token, now)) !== undefined;
  const audited = async () => (await database.rows('select 1 from audit')).length;

  it('last until their end, and are forgotten when the next one is opened', async () => {
    expect(await open(row('one', T0 + 1))).toBe(true);
    expect(await store.sessionRows.find('one', T0)).toEqual({ row: row('one', T0 + 1), user: li });
    expect(await isOpen('one', T0 + 1)).toBe(false);
    await open({ ...row('two', T0 + 9, uuid(2)), createdAt: new Date(T0 + 2) });
    expect(await database.rows('select token_hash from app_session')).toEqual([{ token_hash: 'two' }]);
  });

  it('get other tokens, all of which end with them', async () => {
    await open(row('one', T0 + 100));
    expect(await store.sessionRows.renew(row('two', T0 + 100), 'one', new Date(T0 + 10))).toBe(true);
    expect([await isOpen('one', T0 + 9), await isOpen('one', T0 + 10)]).toEqual([true, false]);
    await store.sessionRows.close(uuid(1), entry);
    expect([await isOpen('one'), await isOpen('two')]).toEqual([false, false]);
  });

  it('of a user end together, and with the user', async () => {
    await open(row('one', T0 + 100));
    await store.sessionRows.closeOf(li.name);
    expect(await isOpen('one')).toBe(false);
    await open(row('two', T0 + 100));
    await store.people.removeUser(li.name, () => entry);
    expect(await isOpen('two')).toBe(false);
    expect(await open(row('three', T0 + 100))).toBe(false);
  });

  it('are not opened for whoever was changed since the password was checked', async () => {
    await store.people.changeUser(li.name, { disabled: true }, { at: T0 + 1, by: 'admin' }, () => entry);
    const before = await audited();
    expect(await open(row('one', T0 + 100))).toBe(false);
    expect([await isOpen('one'), await audited()]).toEqual([false, before]);
  });

  it('that have ended get no other token', async () => {
    await open(row('one', T0 + 100));
    await store.sessionRows.close(uuid(1));
    expect(await store.sessionRows.renew(row('two', T0 + 100), 'one', new Date(T0 + 10))).toBe(false);
    expect(await isOpen('two')).toBe(false);
  });

  it('end whole, also while they get another token', async () => {
    for (let i = 0; i < 20; i++) {
      const [before, after] = [`before ${i}`, `after ${i}`];
      await open(row(before, T0 + 100));
      await Promise.all([
        store.sessionRows.renew(row(after, T0 + 100), before, new Date(T0 + 10)),
        store.sessionRows.close(uuid(1)),
      ]);
      expect([await isOpen(before), await isOpen(after)]).toEqual([false, false]);
    }
  });

  it('are listed by pages, the latest first, each once whatever tokens it had', async () => {
    for (const n of [1, 2, 3])
      await open({ ...row(`one ${n}`, T0 + 100, uuid(n)), begunAt: new Date(T0 + n) });
    await store.sessionRows.renew(
      {
        ...row('next', T0 + 100, uuid(2)),
        begunAt: new Date(T0 + 2),
        inBrowser: true,
        lastUsedAt: new Date(T0 + 7),
      },
      'one 2',
      new Date(T0 + 10),
    );
    const list = (after?: Parameters<Store['sessionRows']['list']>[2]) =>
      store.sessionRows.list(li.name, T0, after, 2);
    const page = await list();
    const wanted = { ...row('', T0 + 100, uuid(2)), begunAt: new Date(T0 + 2), inBrowser: true };
    const { tokenHash: _, createdAt: __, ...listed } = { ...wanted, lastUsedAt: new Date(T0 + 7) };
    expect(page.map(({ session }) => session)).toEqual([uuid(3), uuid(2)]);
    expect(page[1]).toEqual(listed);
    expect((await list(page[1])).map(({ session }) => session)).toEqual([uuid(1)]);
    expect(await store.sessionRows.findSession(uuid(2), T0)).toEqual(listed);
    expect(await store.sessionRows.list(li.name, T0 + 100, undefined, 2)).toEqual([]);
    expect(await store.sessionRows.findSession("1'; --", T0)).toBeUndefined();
  });

  it('that are ended stand in the audit log, those that had ended do not', async () => {
    await open(row('one', T0 + 100));
    const before = await audited();
    const ends = [uuid(1), uuid(2)].map((session) => ({ session, entry }));
    expect(await store.sessionRows.end(ends)).toEqual(new Set([uuid(1)]));
    expect(await audited()).toBe(before + 1);
    expect(await store.sessionRows.end(ends)).toEqual(new Set());
    expect(await audited()).toBe(before + 1);
  });
});
