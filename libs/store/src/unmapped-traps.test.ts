import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from './open-store.js';
import { TestDatabase } from './testing/test-database.js';

const trap = (notification: string, count: number) => ({
  source: '10.0.0.1',
  notification,
  count,
  firstAt: 1_795_000_000_000,
  lastAt: 1_795_000_000_000 + count,
  reason: 'unmapped',
  detail: "it's",
  varbinds: [{ oid: '1.3.1', value: '<b>"x"</b>' }],
});

describe('unmapped notifications', () => {
  let database: TestDatabase;
  let store: Store;
  beforeAll(async () => {
    database = await TestDatabase.make();
    store = await database.open();
  });
  afterAll(() => database?.close());

  it('are read as they were written last, without those that were forgotten', async () => {
    await store.unmappedTraps.write([trap('1.3.1', 1), trap('1.3.2', 2)], []);
    await store.unmappedTraps.write([trap('1.3.1', 3), trap('1.3.3', 1)], [trap('1.3.2', 2)]);
    expect(await store.unmappedTraps.read()).toEqual([trap('1.3.3', 1), trap('1.3.1', 3)]);
  });
});
