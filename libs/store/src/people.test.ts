import type { AuditEntry } from '@omc/alarm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from './open-store.js';
import type { User, UserAudit } from './people.js';
import { T0 } from './testing/batches.js';
import { TestDatabase } from './testing/test-database.js';

const at = new Date(T0);
const li: User = {
  ...{ name: "li 'x'; --", role: 'operator', scope: { nes: ['eNB-1'], subnets: [] }, disabled: false },
  ...{ passwordChange: null, passwordHash: '$argon2id$v=19$m=1$a\\b' },
  ...{ createdAt: at, createdBy: 'admin', changedAt: at, changedBy: 'admin' },
};
const admin: User = { ...li, name: 'admin', role: 'admin', scope: null };
const by = { at: T0 + 1, by: 'admin' };
const entry: AuditEntry = {
  ...{ at: T0, user: 'admin', from: '127.0.0.1', via: 'rest', action: 'test', target: 'user li' },
  ...{ before: null, after: null },
};
const audit: UserAudit = () => entry;

describe('people', () => {
  let database: TestDatabase;
  let store: Store;
  beforeEach(async () => {
    database = await TestDatabase.make();
    store = await database.open();
  });
  afterEach(() => database.close());

  const audited = async () => (await database.rows('select 1 from audit')).length;

  it('are nobody at first, then those that were added, once', async () => {
    const { people } = store;
    expect(await people.hasUsers()).toBe(false);
    expect(await people.addUser(li, audit)).toBe(true);
    expect(await people.hasUsers()).toBe(true);
    expect(await people.findUser(li.name)).toEqual(li);
    expect(await people.findUser('LI')).toBeNull();
    expect(await people.addUser(li, audit)).toBe(false);
    expect(await audited()).toBe(1);
  });

  it('are changed in what is named, which stands in the audit log', async () => {
    const { people } = store;
    await people.addUser(li, audit);
    const changed = await people.changeUser(li.name, { role: 'engineer', scope: null }, by, audit);
    const wanted = { ...li, role: 'engineer', scope: null, changedAt: new Date(T0 + 1) };
    expect(changed).toEqual(wanted);
    expect(await people.findUser(li.name)).toEqual(wanted);
    expect(await people.changeUser('nobody', { role: 'viewer' }, by, audit)).toBe('not-found');
    expect(await audited()).toBe(2);
  });

  it('always have an admin who can sign in, also where two are taken away at once', async () => {
    const { people } = store;
    await people.addUser(admin, audit);
    expect(await people.removeUser('admin', audit)).toBe('last-admin');
    expect(await people.changeUser('admin', { role: 'viewer' }, by, audit)).toBe('last-admin');
    expect(await people.changeUser('admin', { disabled: true }, by, audit)).toBe('last-admin');
    expect(await people.changeUser('admin', { scope: li.scope }, by, audit)).toBe('last-admin');
    await people.addUser({ ...li, name: 'of some NEs', role: 'admin' }, audit);
    expect(await people.removeUser('admin', audit)).toBe('last-admin');
    expect(await people.removeUser('of some NEs', audit)).not.toBeTypeOf('string');
    await people.addUser({ ...admin, name: 'other' }, audit);
    const outcomes = await Promise.all(['admin', 'other'].map((name) => people.removeUser(name, audit)));
    expect(outcomes.filter((outcome) => outcome === 'last-admin')).toHaveLength(1);
    expect(await people.list()).toHaveLength(1);
  });
});
