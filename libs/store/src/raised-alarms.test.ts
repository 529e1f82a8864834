import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Store } from './open-store.js';
import { alarm, Batches, T0 } from './testing/batches.js';
import { TestDatabase } from './testing/test-database.js';

const HOUR = 3_600_000;
let database: TestDatabase;
let store: Store;

beforeAll(async () => {
  database = await TestDatabase.make();
  store = await database.open();
  const { committer } = await store.takeLease('test');
  const batches = new Batches();
  const raised = [
    { ne: 'a', alarmId: 301, severity: 'major', raisedAt: T0 },
    { ne: 'a', alarmId: 301, severity: 'major', raisedAt: T0 + HOUR - 1 },
    { ne: 'b', alarmId: 29240, severity: 'critical', raisedAt: T0 + HOUR },
    { ne: 'a', alarmId: 29240, severity: 'minor', raisedAt: T0 + 2 * HOUR },
    { ne: 'a', alarmId: 301, severity: 'minor', raisedAt: T0 - 1 },
  ] as const;
  await committer.commit(batches.of(raised.map((change, n) => alarm(n, change))), batches.sequences);
});
afterAll(() => database.close());

it('counts what was raised from an instant on and before another, by bucket and severity, type and NE', async () => {
  const counts = await store.statistics.count({ fromAt: T0, untilAt: T0 + 2 * HOUR, stepMs: HOUR });
  expect([...counts.buckets].sort((a, b) => a.at - b.at)).toEqual([
    { at: T0, severity: 'major', count: 2 },
    { at: T0 + HOUR, severity: 'critical', count: 1 },
  ]);
  expect(counts.types).toEqual([
    { alarmId: 301, count: 2 },
    { alarmId: 29240, count: 1 },
  ]);
  expect(counts.nes).toEqual([
    { ne: 'a', count: 2 },
    { ne: 'b', count: 1 },
  ]);
});

it('counts those of one NE and one type', async () => {
  const selection = { fromAt: T0 - HOUR, untilAt: T0 + 3 * HOUR, stepMs: HOUR };
  const counts = await store.statistics.count({ ...selection, ne: 'a', alarmId: 29240 });
  expect(counts.buckets).toEqual([{ at: T0 + 2 * HOUR, severity: 'minor', count: 1 }]);
  expect(counts.nes).toEqual([{ ne: 'a', count: 1 }]);
});

it('counts nothing where nothing was raised', async () => {
  const counts = await store.statistics.count({
    fromAt: T0 - 9 * HOUR,
    untilAt: T0 - 8 * HOUR,
    stepMs: HOUR,
  });
  expect(counts).toEqual({ buckets: [], types: [], nes: [] });
});
