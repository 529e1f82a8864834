import type { NeCheckpoint } from '@omc/alarm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from './open-store.js';
import { T0 } from './testing/batches.js';
import { TestDatabase } from './testing/test-database.js';

const checkpointOf = (ne: string, text = ''): NeCheckpoint => ({
  ne,
  seq: 7,
  held: true,
  position: { epoch: 'b\\1', ackedSeq: 3, seenSeq: 4 },
  unbrokenFrom: null,
  keys: [
    {
      object: 'Cell=1\\N',
      alarmId: 29240,
      raw: 'fault',
      since: T0,
      past: [T0 - 2, T0 - 1],
      settled: 'ok',
      decidedAt: null,
      quiet: false,
      reports: 2,
      overLink: true,
      resynced: false,
      details: { text, info: { '\\': ['\t', '\n', '小区📡'] } },
      superseded: [],
    },
  ],
});

async function* each(nes: readonly NeCheckpoint[]): AsyncIterable<NeCheckpoint> {
  for (const ne of nes) yield await Promise.resolve(ne);
}

describe('checkpoints', () => {
  let database: TestDatabase;
  let store: Store;
  beforeEach(async () => {
    database = await TestDatabase.make();
    store = await database.open();
  });
  afterEach(() => database.close());

  const read = async (number: number) => {
    const nes: NeCheckpoint[] = [];
    for await (const ne of store.checkpoints.nes(number)) nes.push(ne);
    return nes;
  };

  it('give back what was taken down, of many NEs, with hostile texts', async () => {
    const nes = Array.from({ length: 1203 }, (_, n) => checkpointOf(`eNB-${n}`, `\t\\t\n\\.\r"' ${n}`));
    const filters = [{ alarmId: 29240, ne: 'a', object: '\\', rule: { createWindow: 0.5 } }];
    const number = await store.checkpoints.begin(42, filters);
    await store.checkpoints.add(number, each(nes));
    expect(await store.checkpoints.newest()).toBeUndefined();
    await store.checkpoints.complete(number);
    expect(await store.checkpoints.newest()).toEqual({ number, journalSeq: 42, filters });
    const byName = (a: NeCheckpoint, b: NeCheckpoint) => (a.ne < b.ne ? -1 : 1);
    expect((await read(number)).sort(byName)).toEqual(nes.sort(byName));
  });

  it('that are complete take the place of older ones, and one that is not of none', async () => {
    const [first, second] = [await store.checkpoints.begin(1, []), await store.checkpoints.begin(2, [])];
    await store.checkpoints.add(first, each([checkpointOf('a')]));
    await store.checkpoints.complete(first);
    await store.checkpoints.add(second, each([checkpointOf('b')]));
    expect((await store.checkpoints.newest())?.journalSeq).toBe(1);
    await store.checkpoints.complete(second);
    expect((await store.checkpoints.newest())?.journalSeq).toBe(2);
    expect([(await read(first)).length, (await read(second)).length]).toEqual([0, 1]);
  });

  it('fail, and nothing else does, when the connection ends while nothing is said over it', async () => {
    const number = await store.checkpoints.begin(1, []);
    let goOn: () => void = () => undefined;
    const broken = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    async function* slowly() {
      yield checkpointOf('a', 'x'.repeat(100_000));
      await broken;
      yield checkpointOf('b');
    }
    const refused = expect(store.checkpoints.add(number, slowly())).rejects.toThrow();
    await database.terminate('omc-reader');
    goOn();
    await refused;
    await store.ping();
  });
});
