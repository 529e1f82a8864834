import type { JournalEntry } from '@omc/alarm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Batches } from './testing/batches.js';
import { TestDatabase } from './testing/test-database.js';

const NOW = Date.now();
const scope = { alarmId: 1 };

function turned(ne: string, state: 'fault' | 'ok', at: number): Omit<JournalEntry, 'seq'> {
  return { kind: 'transition', ne, object: 'Cell=1', alarmId: 1, state, at };
}
const removed = (ne: string): Omit<JournalEntry, 'seq'> => ({ kind: 'removed', ne, at: NOW });

describe('the history of keys', () => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await TestDatabase.make();
  });
  afterEach(() => database.close());

  async function written(...journal: Omit<JournalEntry, 'seq'>[]) {
    const store = await database.open();
    const { committer } = await store.takeLease('test');
    const batches = new Batches();
    await committer.commit(batches.of([], { journal }), batches.sequences);
    return store;
  }

  it('is what they changed since an instant, oldest first', async () => {
    const store = await written(
      turned('a', 'fault', NOW - 5000),
      turned('a', 'ok', NOW - 3000),
      turned('b', 'fault', NOW - 2000),
      { ...turned('a', 'fault', NOW - 1000), alarmId: 2 },
    );
    expect(await store.keyHistory(scope, NOW - 4000, 0)).toEqual({
      changes: [
        { ne: 'a', object: 'Cell=1', state: 'ok', at: NOW - 3000 },
        { ne: 'b', object: 'Cell=1', state: 'fault', at: NOW - 2000 },
      ],
      upTo: 3,
      removed: new Set(),
    });
  });

  it('of an NE that was removed and registered again begins anew', async () => {
    const store = await written(
      turned('a', 'fault', NOW - 5000),
      turned('b', 'fault', NOW - 4000),
      removed('a'),
      turned('a', 'ok', NOW - 3000),
      removed('a'),
      turned('a', 'fault', NOW - 2000),
    );
    const { changes, removed: gone } = await store.keyHistory(scope, NOW - 10_000, 0);
    expect(changes.map(({ ne, at }) => [ne, at])).toEqual([
      ['b', NOW - 4000],
      ['a', NOW - 2000],
    ]);
    expect(gone).toEqual(new Set(['a']));
  });

  it('names who was removed behind the entry from which on it is read', async () => {
    const store = await written(turned('a', 'fault', NOW - 5000), removed('a'), removed('b'));
    expect((await store.keyHistory({ ...scope, ne: 'b' }, NOW - 10_000, 1)).removed).toEqual(new Set(['b']));
    expect((await store.keyHistory(scope, NOW - 10_000, 2)).removed).toEqual(new Set(['b']));
  });
});
