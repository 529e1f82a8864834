import type { Shelf } from '@omc/alarm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Batches, T0, uuid } from './testing/batches.js';
import { TestDatabase } from './testing/test-database.js';

let database: TestDatabase;

beforeEach(async () => {
  database = await TestDatabase.make();
});
afterEach(() => database.close());

const shelf = (n: number, rest: Partial<Shelf> = {}): Shelf => ({
  id: uuid(n),
  match: { ne: 'eNB-1', alarmId: [29240, 29201], severity: ['minor'] },
  fromAt: T0,
  untilAt: T0 + 3_600_001,
  untilCleared: true,
  reason: "new 'antenna' 天线",
  owner: 'li',
  createdAt: T0 + 1,
  ...rest,
});

it('gives shelves back as they were put last, and none that was deleted', async () => {
  const store = await database.open();
  const { lease, committer } = await store.takeLease('test');
  const batches = new Batches(lease.sequences);
  const ended = shelf(2, { end: { at: T0 + 5, because: 'operator', by: 'wang' } });
  const expired = shelf(3, { end: { at: T0 + 6, because: 'expired' } });
  const put = (each: Shelf) => ({ kind: 'put-shelf', shelf: each }) as const;
  const first = batches.of([], { registry: [put(shelf(1)), put(shelf(2)), put(expired), put(shelf(4))] });
  await committer.commit(first, batches.sequences);
  const longer = shelf(1, { fromAt: T0 + 7, untilAt: T0 + 9_000, reason: 'longer' });
  const second = batches.of([], {
    registry: [put(longer), put(ended), { kind: 'delete-shelf', id: uuid(4) }],
  });
  await committer.commit(second, batches.sequences);
  const shelves = await store.shelves();
  expect(shelves.sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual([longer, ended, expired]);
});
