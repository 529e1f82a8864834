import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from './open-store.js';
import { TestDatabase } from './testing/test-database.js';

const mapping = (name: string) => ({
  name,
  rule: { notification: ['1.3.9'], text: ["it's <b>"] },
  createdBy: 'admin',
  createdAt: 1_795_000_000_000,
});

const entryOf = (action: string) => ({
  ...{ at: 1_795_000_000_000, user: 'admin', from: '', via: 'rest' as const, action },
  ...{ target: 'a rule', before: null, after: null },
});

describe('rules for notifications', () => {
  let database: TestDatabase;
  let store: Store;
  beforeAll(async () => {
    database = await TestDatabase.make();
    store = await database.open();
  });
  afterAll(() => database?.close());

  it('are listed with the newest first, each name once, until they are removed', async () => {
    const { trapMappings } = store;
    expect(await trapMappings.add(mapping('b'), entryOf('add b'))).toBe(true);
    expect(await trapMappings.add(mapping('a'), entryOf('add a'))).toBe(true);
    expect(await trapMappings.add(mapping('b'), entryOf('add b'))).toBe(false);
    expect(await trapMappings.list()).toEqual([mapping('a'), mapping('b')]);
    expect(await trapMappings.remove('a', entryOf('remove a'))).toBe(true);
    expect(await trapMappings.remove('a', entryOf('remove a'))).toBe(false);
    expect(await trapMappings.list()).toEqual([mapping('b')]);
    const audited = await store.auditLog.page({}, 10);
    expect(audited.map(({ action }) => action)).toEqual(['remove a', 'add a', 'add b']);
  });
});
