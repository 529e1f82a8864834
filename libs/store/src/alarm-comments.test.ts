import type { AlarmComment } from '@omc/alarm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from './open-store.js';
import { alarm, Batches, T0, uuid } from './testing/batches.js';
import { TestDatabase } from './testing/test-database.js';

const comment = (n: number, of: number, rest: Partial<AlarmComment> = {}): AlarmComment => ({
  id: uuid(1000 + n),
  alarm: uuid(of),
  at: T0 + n,
  by: "O'Neil",
  text: `line ${n}\n\\N\t小区`,
  ...rest,
});

describe('comments', () => {
  let database: TestDatabase;
  let store: Store;

  beforeEach(async () => {
    database = await TestDatabase.make();
    store = await database.open();
    const { committer } = await store.takeLease('test');
    const batches = new Batches();
    const registry = [1, 2, 3, 4, 5].map((n) => ({ kind: 'add-comment', comment: comment(n, 1) }) as const);
    const another = { kind: 'add-comment', comment: comment(6, 2, { at: T0 }) } as const;
    // With the alarms in one transaction.
    await committer.commit(
      batches.of([alarm(1), alarm(2)], { registry: [...registry, another] }),
      batches.sequences,
    );
  });
  afterEach(() => database.close());

  it('are read by pages, oldest first, each on its alarm', async () => {
    const first = await store.alarms.comments(uuid(1), 3, undefined);
    expect(first?.comments).toEqual([comment(1, 1), comment(2, 1), comment(3, 1)]);
    const rest = await store.alarms.comments(uuid(1), 3, first?.nextCursor ?? undefined);
    expect(rest).toEqual({ comments: [comment(4, 1), comment(5, 1)], nextCursor: null });
    expect((await store.alarms.comments(uuid(2), 3, undefined))?.comments).toHaveLength(1);
    expect(await store.alarms.comments(uuid(3), 3, undefined)).toEqual({ comments: [], nextCursor: null });
  });

  it('have cursors of their own alarm only', async () => {
    const first = await store.alarms.comments(uuid(1), 3, undefined);
    expect(await store.alarms.comments(uuid(2), 3, first?.nextCursor ?? '')).toBeUndefined();
    expect(await store.alarms.comments(uuid(1), 3, 'nonsense')).toBeUndefined();
  });
});
