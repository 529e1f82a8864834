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
  const words = (text: string) => store.alarms.search.find(text);
  const listed = async (q: string, named?: number[]) =>
    (await store.alarms.page(filterOf({ q }, named), '-raisedAt', 1000, undefined))?.alarms.length;
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

  it('lists what is not entered yet, and enters each change once', async () => {
    const { recent } = (await words('antenna')) ?? {};
    expect(recent).toHaveLength(2);
    expect(await listed('antenna')).toBe(1);
    expect(await store.alarms.search.enter()).toBe(true);
    expect(await store.alarms.search.enter()).toBe(false);
    expect(await words('antenna')).toEqual({
      ...{
        nes: [],
        objects: [],
        texts: ['VSWR 100% of Antenna'],
        textHashes: [expect.any(String)],
        recent: [],
      },
    });
    expect(await words('ENB-2')).toMatchObject({ nes: ['eNB-2'], texts: [] });
    for (const q of ['antenna', 'ENB-2', '100%']) expect(await listed(q), q).toBe(1);
    expect(await listed('nothing')).toBe(0);
  });

  it('finds what an alarm says now', async () => {
    await commit(alarm(2, { ne: 'eNB-2', text: 'antenna cut', version: 2 }));
    await enterAll();
    expect(await listed('antenna')).toBe(2);
    expect(await listed('no fix')).toBe(0);
  });

  it('leaves alone what no trigram tells, and knows the names of types', async () => {
    expect(await words('no')).toBeUndefined();
    expect(await words('nul\0')).toBeUndefined();
    expect(await listed('cu')).toBe(1);
    expect(await listed('nul\0')).toBe(0);
    expect(await listed('nothing', [29240])).toBe(2);
  });

  it('goes through the list where more words hold it, or more is new, than are worth looking up', async () => {
    const texts = (i: number) => Array.from({ length: 1000 }, (_, n) => `everywhere ${i} ${n}`);
    for (let i = 1; i <= 6; i++) await commit(...texts(i).map((text, n) => alarm(1000 * i + n, { text })));
    expect(await words('antenna')).toBeUndefined();
    expect(await listed('everywhere 1 10')).toBe(11);
    await enterAll();
    expect(await words('everywhere')).toBeUndefined();
    expect(await listed('everywhere')).toBe(1000);
    expect(await listed('everywhere 1 10')).toBe(11);
    expect(await listed('antenna')).toBe(2);
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
  const database = await TestDatabase.makeEmpty();
  await database.rows(`create role no_owner_${process.pid} login password 'x'`);
  await database.rows(`grant create on schema public to no_owner_${process.pid}`);
  const url = new URL(database.url);
  url.username = `no_owner_${process.pid}`;
  url.password = 'x';
  const store = await database.open({ url: url.href, ownerUrl: url.href });
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
