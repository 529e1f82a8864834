import { alarmFilter } from '@omc/api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ResolvedFilter } from './alarm-conditions.js';
import type { BatchCommitter } from './batch-committer.js';
import type { Store } from './open-store.js';
import { alarm, Batches } from './testing/batches.js';
import { TestDatabase } from './testing/test-database.js';

const filterOf = (members: object, namedAlarmIds: number[] = []): ResolvedFilter => {
  const { group: _, ...filter } = alarmFilter.parse({ state: 'all', ...members });
  return { ...filter, namedAlarmIds, scope: null };
};

describe('searching alarms', () => {
  let database: TestDatabase;
  let store: Store;
  let committer: BatchCommitter;
  const batches = new Batches();
  const commit = (...alarms: Parameters<Batches['of']>[0]) =>
    committer.commit(batches.of(alarms), batches.sequences);
  const found = async (members: object, named?: number[]) =>
    (await store.alarms.search.candidates(filterOf(members, named)))?.length;
  const enterAll = async () => {
    while (await store.alarms.search.enter());
  };

  beforeAll(async () => {
    database = await TestDatabase.make();
    store = await database.open();
    ({ committer } = await store.takeLease('test'));
    await commit(
      alarm(1, { ne: 'eNB-1', text: 'VSWR 100% of Antenna' }),
      alarm(2, { ne: 'eNB-2', text: 'no fix' }),
    );
  });

  afterAll(async () => database.close());

  it('takes what is not entered yet for a candidate, and enters each change once', async () => {
    expect(await found({ q: 'antenna' })).toBe(2);
    expect(await store.alarms.search.enter()).toBe(true);
    expect(await store.alarms.search.enter()).toBe(false);
    expect(await found({ q: 'antenna' })).toBe(1);
    expect(await found({ q: 'ENB-2' })).toBe(1);
    expect(await found({ q: '100%' })).toBe(1);
    expect(await found({ q: 'nothing' })).toBe(0);
  });

  it('finds what an alarm says now', async () => {
    await commit(alarm(2, { ne: 'eNB-2', text: 'antenna cut', version: 2 }));
    await enterAll();
    expect(await found({ q: 'antenna' })).toBe(2);
    expect(await found({ q: 'no fix' })).toBe(0);
  });

  it('leaves alone what no trigram tells, and knows the names of types', async () => {
    expect(await found({ q: 'no' })).toBeUndefined();
    expect(await found({ q: 'nul\0' })).toBeUndefined();
    expect(await found({})).toBeUndefined();
    expect(await found({ q: 'nothing' }, [29240])).toBeGreaterThan(0);
  });

  it('gives up where more match than are found quickly', async () => {
    for (let i = 0; i < 6; i++)
      await commit(
        ...Array.from({ length: 1000 }, (_, n) => alarm(1000 * (i + 1) + n, { text: 'everywhere' })),
      );
    expect(await found({ q: 'everywhere' })).toBeUndefined();
    await enterAll();
    expect(await found({ q: 'everywhere' })).toBeUndefined();
    expect(await found({ q: 'antenna' })).toBe(2);
  });

  it('uses the index', async () => {
    await database.rows('set enable_seqscan = off');
    const plan = await database.rows<{ 'QUERY PLAN': string }>(
      `explain select word from alarm_word where word ilike '%antenna cut%' limit 10`,
    );
    expect(plan.map((line) => line['QUERY PLAN']).join('\n')).toContain('alarm_word_trigrams');
  });
});

it('starts, and says why, where the extension cannot be made', async () => {
  const database = await TestDatabase.make();
  await database.rows(`create role no_owner_${process.pid} login password 'x'`);
  await database.rows(`grant create on schema public to no_owner_${process.pid}`);
  const url = new URL(database.url);
  url.username = `no_owner_${process.pid}`;
  url.password = 'x';
  const store = await database.open({ url: url.href });
  expect(store.searchIndex).toMatchObject({
    isThere: false,
    reason: expect.stringContaining('permission denied'),
  });
  expect(await store.alarms.search.enter()).toBe(false);
  expect(await store.alarms.page(filterOf({ q: 'antenna' }), '-raisedAt', 1, undefined)).toEqual({
    alarms: [],
    nextCursor: null,
  });
  await database.close();
});
