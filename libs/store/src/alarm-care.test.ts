import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NotePlace } from './notes.js';
import type { Store } from './open-store.js';
import { alarm, Batches, T0, uuid } from './testing/batches.js';
import { TestDatabase } from './testing/test-database.js';

const entryOf = (user: string) => (before: string | null, after: string | null) => ({
  ...{ at: T0, user, from: '', via: 'rest' as const, action: 'put-note', target: 'note', before, after },
});

describe('what people leave with alarms', () => {
  let database: TestDatabase;
  let store: Store;

  beforeAll(async () => {
    database = await TestDatabase.make();
    store = await database.open();
  });
  afterAll(() => database?.close());

  it('are notes on an NE, on a type, or on both: one a place', async () => {
    const { notes } = store;
    const put = (place: NotePlace, text: string, by: string) => notes.put(place, text, by, entryOf(by));
    await put({ ne: 'eNB-1' }, 'keys at the school', 'ann');
    await put({ alarmId: 29240 }, 'call the RF team', 'ann');
    await put({ ne: 'eNB-1', alarmId: 29240 }, 'known', 'ann');
    await put({ ne: 'eNB-1', alarmId: 29240 }, 'known since May', 'bob');
    await put({ ne: 'eNB-2', alarmId: 29240 }, 'another NE', 'bob');
    await put({ ne: 'eNB-1', alarmId: 301 }, 'another type', 'bob');
    const found = await notes.of({ ne: 'eNB-1', alarmId: 29240 });
    expect(found.map(({ text, by }) => `${by}: ${text}`).sort()).toEqual([
      'ann: call the RF team',
      'ann: keys at the school',
      'bob: known since May',
    ]);
    expect(await notes.all()).toHaveLength(5);
    expect(await notes.remove({ ne: 'eNB-1' }, entryOf('cid'))).toBe(true);
    expect(await notes.remove({ ne: 'eNB-1' }, entryOf('cid'))).toBe(false);
    const audited = await store.auditLog.page({ target: 'note' }, 10);
    expect(audited.map(({ user, before, after }) => [user, before, after])).toEqual([
      ['cid', 'keys at the school', null],
      ['bob', null, 'another type'],
      ['bob', null, 'another NE'],
      ['bob', 'known', 'known since May'],
      ['ann', null, 'known'],
      ['ann', null, 'call the RF team'],
      ['ann', null, 'keys at the school'],
    ]);
    expect(await notes.of({ ne: 'eNB-1', alarmId: 25888 })).toEqual([]);
  });
});

describe('the lives of a key', () => {
  let database: TestDatabase;
  let store: Store;
  beforeAll(async () => {
    database = await TestDatabase.make();
    store = await database.open();
    const { committer } = await store.takeLease('test');
    const batches = new Batches();
    const life = (n: number, raisedAt: number, rest = {}) =>
      alarm(n, { object: 'Cell=1', raisedAt, ...rest });
    const lives = [life(1, T0), life(2, T0 + 10), life(3, T0 + 10), life(4, T0 + 20)];
    const others = [
      life(5, T0, { object: 'Cell=2' }),
      life(6, T0, { ne: 'eNB-2' }),
      life(7, T0, { alarmId: 29243 }),
    ];
    await committer.commit(batches.of([...lives, ...others]), batches.sequences);
  });
  afterAll(() => database?.close());

  const livesOf = async (n: number, limit: number) => {
    const one = await store.alarms.read(uuid(n));
    if (one === undefined) throw new Error(`no alarm ${n}`);
    const { count, earlier } = await store.alarms.lives(one, limit);
    return { count, earlier: earlier.map(({ id }) => id) };
  };

  it('are counted back from an alarm, the last one first', async () => {
    expect(await livesOf(4, 10)).toEqual({ count: 3, earlier: [uuid(3), uuid(2), uuid(1)] });
    expect(await livesOf(2, 10)).toEqual({ count: 1, earlier: [uuid(1)] });
  });

  it('are counted whole where only some are asked for', async () => {
    expect(await livesOf(4, 1)).toEqual({ count: 3, earlier: [uuid(3)] });
  });

  it('are none before the first', async () => {
    expect(await livesOf(1, 10)).toEqual({ count: 0, earlier: [] });
  });
});

describe('what is set about acknowledgement by itself', () => {
  let database: TestDatabase;
  let store: Store;
  beforeAll(async () => {
    database = await TestDatabase.make();
    store = await database.open();
  });
  afterAll(() => database?.close());

  it('is nothing at first, then what was set last', async () => {
    expect(await store.autoAcknowledgement()).toEqual({});
    const { committer } = await store.takeLease('test');
    const batches = new Batches();
    const setting = {
      alarmId: 29240,
      severity: 'minor',
      neSeverities: { 'eNB-1': 'critical' },
      autoAcknowledge: 'cleared',
    } as const;
    const registry = [
      { kind: 'put-auto-acknowledgement', setting: { major: 'raised' }, by: 'ann' },
      { kind: 'put-auto-acknowledgement', setting: { warning: 'cleared' }, by: 'ann' },
      { kind: 'put-alarm-type', setting, by: 'ann' },
    ] as const;
    await committer.commit(batches.of([], { registry: [...registry] }), batches.sequences);
    expect(await store.autoAcknowledgement()).toEqual({ warning: 'cleared' });
    expect(await store.typeSettings()).toEqual([setting]);
  });
});
