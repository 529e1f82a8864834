import { setImmediate as nextTurn } from 'node:timers/promises';
import type { NeCheckpoint } from '@omc/alarm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Batches } from './testing/batches.js';
import { TestDatabase } from './testing/test-database.js';

const DAY_MS = 86_400_000;

function ne(id: string, seq: number, text: string): NeCheckpoint {
  return {
    ne: id,
    seq,
    held: true,
    position: { epoch: 'b1', ackedSeq: 7, seenSeq: 9 },
    unbrokenFrom: null,
    keys: [
      {
        object: 'Cell=1',
        alarmId: 29240,
        raw: 'fault',
        since: 5,
        past: [1, 2],
        settled: 'ok',
        decidedAt: null,
        quiet: false,
        reports: 3,
        overLink: true,
        resynced: false,
        details: { text },
        superseded: [],
      },
    ],
  };
}

async function* each<Item>(items: readonly Item[]): AsyncIterable<Item> {
  for await (const item of items) yield item;
}

describe('checkpoints', () => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await TestDatabase.make();
  });
  afterEach(() => database.close());

  it('come back as they were taken, whatever texts are in them', async () => {
    const { checkpoints } = await database.open();
    const nes = Array.from({ length: 1200 }, (_, i) =>
      ne(`eNB-${i}`, i, `tab\t line\n back\\slash "quote" \\N 小区 ${i}`),
    );
    const filters = [{ alarmId: 29240, ne: 'eNB-1', object: '', rule: { createWindow: 5 } }];
    const number = await checkpoints.begin(41, filters);
    await checkpoints.add(number, each(nes));
    expect(await checkpoints.newest()).toBeUndefined();
    await checkpoints.complete(number);
    expect(await checkpoints.newest()).toEqual({ number, journalSeq: 41, filters });
    const back: NeCheckpoint[] = [];
    for await (const one of checkpoints.nes(number)) back.push(one);
    expect(back.sort((a, b) => a.seq - b.seq)).toEqual(nes);
  });

  it('leave the older ones behind once they are complete', async () => {
    const { checkpoints } = await database.open();
    for (const journalSeq of [10, 20]) {
      const number = await checkpoints.begin(journalSeq, []);
      await checkpoints.add(number, each([ne('a', journalSeq, '')]));
      await checkpoints.complete(number);
    }
    await checkpoints.begin(30, []);
    expect(await checkpoints.newest()).toMatchObject({ journalSeq: 20 });
    expect(await database.rows('select journal_seq from checkpoint order by 1')).toEqual([
      { journal_seq: '20' },
      { journal_seq: '30' },
    ]);
    expect(await database.rows('select ne from checkpoint_ne')).toEqual([{ ne: 'a' }]);
  });

  it('let old days of the journal go, but none that a start would replay', async () => {
    let now = Date.now() - 40 * DAY_MS;
    const store = await database.open({ now: () => now });
    const { committer } = await store.takeLease('test');
    const batches = new Batches();
    const entry = { kind: 'transition', ne: 'a', object: '', alarmId: 1, at: now, state: 'ok' } as const;
    await committer.commit(batches.of([], { journal: [entry, entry] }), batches.sequences);
    // The entries were recorded now, by the database's clock.
    await database.rows('update journal set recorded_at = $1', [new Date(now)]);
    const days = async () =>
      (await database.rows(`select 1 from pg_inherits where inhparent = 'journal'::regclass`)).length;
    now += 40 * DAY_MS;
    await store.keepPartitions(30);
    expect(await database.rows('select 1 from journal')).toHaveLength(2);
    const number = await store.checkpoints.begin(2, []);
    await store.checkpoints.complete(number);
    await store.keepPartitions(30);
    expect(await database.rows('select 1 from journal')).toEqual([]);
    expect(await days()).toBe(5);
  });

  it('are not stored, and nothing else fails, when the connection breaks in the middle', async () => {
    const proxy = await database.proxy();
    const { checkpoints, ping } = await openedBy(proxy.url);
    const number = await checkpoints.begin(1, []);
    async function* broken(): AsyncIterable<NeCheckpoint> {
      yield ne('a', 1, 'x'.repeat(100_000));
      while (proxy.bytes < 50_000) await nextTurn();
      proxy.breakAll();
      yield ne('b', 2, 'x'.repeat(100_000));
    }
    await expect(checkpoints.add(number, broken())).rejects.toThrow();
    await ping();
    expect(await database.rows('select ne from checkpoint_ne')).toEqual([]);
  });

  async function openedBy(url: string) {
    const store = await database.open({ url });
    return { checkpoints: store.checkpoints, ping: () => store.ping() };
  }
});
