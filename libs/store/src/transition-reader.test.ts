import type { JournalEntry, KeyEntry } from '@omc/alarm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BatchCommitter } from './batch-committer.js';
import type { Store } from './open-store.js';
import { Batches } from './testing/batches.js';
import { TestDatabase } from './testing/test-database.js';
import type { JournalSpan } from './transition-reader.js';

const CELL = 29240;
const S = 1_000;

describe('reading the journal key after key', () => {
  let database: TestDatabase;
  let store: Store;
  let committer: BatchCommitter;
  const batches = new Batches();
  const now = Date.now();

  const entry = (at: number, rest: Partial<JournalEntry> = {}): Omit<JournalEntry, 'seq'> => ({
    ...{ kind: 'transition', ne: 'eNB-1', object: 'Cell=1', alarmId: CELL, at: now + at * S, state: 'fault' },
    ...rest,
  });
  const commit = (...journal: Omit<JournalEntry, 'seq'>[]) =>
    committer.commit(batches.of([], { journal }), batches.sequences);

  async function read(span: Partial<JournalSpan> = {}): Promise<KeyEntry[]> {
    const whole = { scope: { alarmId: CELL }, fromAt: now - 3_600 * S, untilAt: now, most: 100_000 };
    const entries: KeyEntry[] = [];
    for await (const page of store.transitions.pages({ ...whole, ...span })) entries.push(...page);
    return entries;
  }
  const inShort = (entries: readonly KeyEntry[]) =>
    entries.map(({ ne, object, kind, at, state }) => `${ne} ${object} ${(at - now) / S} ${kind} ${state}`);

  beforeAll(async () => {
    database = await TestDatabase.make();
    store = await database.open();
    ({ committer } = await store.takeLease('test'));
  });
  afterAll(() => database.close());

  it('has everything while nothing was ever written', async () => {
    expect(await store.transitions.coveredFrom()).toBe(Number.NEGATIVE_INFINITY);
    expect(await read()).toEqual([]);
  });

  it('gives changes and decisions of a type, all of a key together, in the order of recording', async () => {
    await commit(
      entry(-500),
      entry(-500, { ne: 'b', object: '' }),
      entry(-490.5, { ne: 'b', object: '', state: 'ok', kind: 'resync' }),
      entry(-410, { kind: 'decision', alarm: '01920000-0000-7000-8000-000000000001' }),
      entry(-410, { kind: 'details', details: { text: 'a' } }),
      entry(-300, { alarmId: 29201 }),
      entry(-400, { state: 'ok' }),
      entry(-400, { object: 'Cell=2' }),
      entry(-1, { kind: 'position', epoch: 'a', ackedSeq: 1, seenSeq: 1 }),
    );
    expect(inShort(await read())).toEqual([
      'b  -500 transition fault',
      'b  -490.5 transition ok',
      'eNB-1 Cell=1 -500 transition fault',
      'eNB-1 Cell=1 -410 decision fault',
      'eNB-1 Cell=1 -400 transition ok',
      'eNB-1 Cell=2 -400 transition fault',
    ]);
    expect(await store.transitions.coveredFrom()).toBe(Number.NEGATIVE_INFINITY);
  });

  it('keeps to the scope, the time and the number', async () => {
    const one = { alarmId: CELL, ne: 'eNB-1', object: 'Cell=1' };
    expect(await read({ scope: one })).toHaveLength(3);
    expect(await read({ scope: { alarmId: CELL, ne: 'b', object: '' } })).toHaveLength(2);
    expect(await read({ scope: { alarmId: CELL, ne: 'b' } })).toHaveLength(2);
    expect(await read({ scope: one, fromAt: now - 410 * S, untilAt: now - 405 * S })).toHaveLength(1);
    expect(await read({ most: 4 })).toHaveLength(4);
  });

  it('goes through more than a page, and gives the connection back when it is left early', async () => {
    const many = Array.from({ length: 5_000 }, (_, i) =>
      entry(-200 + i / 100, { ne: 'many', state: i % 2 === 0 ? 'fault' : 'ok' }),
    );
    await commit(...many);
    const all = await read({ scope: { alarmId: CELL, ne: 'many' } });
    expect(all.map(({ at }) => at)).toEqual(many.map(({ at }) => at));
    // More often than there are connections.
    for (let i = 0; i < 15; i += 1)
      for await (const page of store.transitions.pages({
        ...{ scope: { alarmId: CELL }, fromAt: now - 900 * S, untilAt: now, most: 10_000 },
      })) {
        expect(page).toHaveLength(2_000);
        break;
      }
  });

  it('neither waits for the writer nor makes it wait', async () => {
    const pages = store.transitions.pages({
      ...{ scope: { alarmId: CELL, ne: 'many' }, fromAt: now - 900 * S, untilAt: now, most: 10_000 },
    });
    const first = await pages.next();
    await database.rows('begin');
    await database.rows('lock table journal in access exclusive mode');
    let rest = 0;
    for await (const page of pages) rest += page.length;
    await database.rows('rollback');
    expect([first.value?.length, rest]).toEqual([2_000, 3_000]);
  });

  it('has everything since its oldest entry was recorded, once older ones were dropped', async () => {
    await database.rows('delete from journal where seq <= 3');
    const covered = await store.transitions.coveredFrom();
    expect(covered).toBeGreaterThanOrEqual(now - 60 * S);
    await database.rows('delete from journal');
    expect(await store.transitions.coveredFrom()).toBe(Number.POSITIVE_INFINITY);
  });
});
