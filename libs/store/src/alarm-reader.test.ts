import { type Alarm, modelSeverity, severities } from '@omc/alarm';
import { type AlarmSort, alarmFilter, alarmSorts } from '@omc/api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AlarmGroup, ResolvedFilter } from './alarm-conditions.js';
import type { AlarmReader } from './alarm-reader.js';
import type { BatchCommitter } from './batch-committer.js';
import type { Store } from './open-store.js';
import { encodePageEnd, listName } from './page-cursor.js';
import { alarm, Batches, T0, uuid } from './testing/batches.js';
import { TestDatabase } from './testing/test-database.js';

const NES = ['a', 'B', 'b', 'eNB-1', 'eNB_1', 'eNB.1', 'é'];

/** Alarms of few distinct values, so that every sort has many equals. */
function assorted(n: number): Alarm {
  const cleared = n % 5 === 0;
  return alarm(n, {
    ne: NES[n % NES.length] ?? 'a',
    alarmId: [29240, 29201, 301][n % 3] ?? 301,
    severity: severities[n % 5] ?? 'major',
    raisedAt: T0 + (n % 4),
    faultAt: T0 - (n % 6),
    state: cleared ? 'cleared' : 'active',
    clearedAt: cleared ? T0 + 10 : null,
    clearedBy: cleared ? 'report' : null,
    ack: { state: n % 7 === 0 ? 'acknowledged' : 'unacknowledged' },
  });
}

const filterOf = (members: object = {}, group?: AlarmGroup): ResolvedFilter => {
  const { group: _, ...filter } = alarmFilter.parse({ state: 'all', ...members });
  return { ...filter, namedAlarmIds: [], scope: null, ...(group === undefined ? {} : { group }) };
};

/** A cursor as the list of a sort with the filter above would give it out. */
const cursorOf = ({ sort, value, id }: { sort: string; value: string | number; id: string }) =>
  encodePageEnd({ sort: listName(sort, { state: 'all', shelved: 'all' }), value, id });

describe('reading alarms', () => {
  let database: TestDatabase;
  let store: Store;
  let reader: AlarmReader;
  let committer: BatchCommitter;
  const batches = new Batches();
  const commit = (alarms: readonly Alarm[]) => committer.commit(batches.of(alarms), batches.sequences);
  const known = Array.from({ length: 150 }, (_, n) => assorted(n));

  beforeAll(async () => {
    database = await TestDatabase.make();
    store = await database.open();
    reader = store.alarms;
    ({ committer } = await store.takeLease('test'));
    await commit(known);
  });
  afterAll(() => database.close());

  async function pages(sort: AlarmSort, limit: number, between: () => Promise<void> = async () => undefined) {
    const alarms: Alarm[] = [];
    let cursor: string | undefined;
    do {
      const page = await reader.page(filterOf(), sort, limit, cursor);
      alarms.push(...(page?.alarms ?? []));
      cursor = page?.nextCursor ?? undefined;
      if (cursor !== undefined) await between();
    } while (cursor !== undefined);
    return alarms;
  }

  const ids = (alarms: readonly Alarm[]) => alarms.map(({ id }) => id).sort();
  const matching = async (members: object, namedAlarmIds: number[] = []) =>
    (await reader.snapshot({ ...filterOf(members), namedAlarmIds }, 'alarmId')).alarms;

  it.each(alarmSorts)(
    'page by page by %s gives every alarm once, in the order of one large page',
    async (sort) => {
      const whole = await reader.page(filterOf(), sort, 1000, undefined);
      expect(whole?.nextCursor).toBeNull();
      expect(ids(whole?.alarms ?? [])).toEqual(ids(known));
      expect(await pages(sort, 7)).toEqual(whole?.alarms);
      expect(await reader.page(filterOf(), sort, 150, undefined)).toEqual(whole);
    },
  );

  it.each(['-raisedAt', 'faultAt', 'severity', '-severity', 'alarmId'] as const)(
    'by %s is by the value, and by the id among equals',
    async (sort) => {
      const member = sort.replace('-', '') as 'raisedAt' | 'faultAt' | 'severity' | 'alarmId';
      const direction = sort.startsWith('-') ? -1 : 1;
      const rank = (each: Alarm) => (member === 'severity' ? modelSeverity[each.severity] : each[member]);
      const expected = [...known].sort((a, b) => direction * (rank(a) - rank(b) || (a.id < b.id ? -1 : 1)));
      expect(await pages(sort, 11)).toEqual(expected);
    },
  );

  it('gives each alarm that was there at the first page once, whatever comes in between', async () => {
    let n = 1000;
    const first = await reader.page(filterOf(), '-raisedAt', 1000, undefined);
    const met = await pages('-raisedAt', 20, async () => {
      await commit([assorted(n++), alarm(n++, { raisedAt: T0 - 99 }), alarm(n++, { raisedAt: T0 + 99 })]);
    });
    const counted = new Map<string, number>();
    for (const { id } of met) counted.set(id, (counted.get(id) ?? 0) + 1);
    for (const { id } of first?.alarms ?? []) expect(counted.get(id)).toBe(1);
    expect(Math.max(...counted.values())).toBe(1);
  });

  describe('takes a forged cursor for none:', () => {
    const id = uuid(1);
    const forged: [string, AlarmSort, string][] = [
      ['an empty one', 'ne', ''],
      ['no base64', 'ne', '%%%'],
      ['no JSON', 'ne', Buffer.from('[').toString('base64url')],
      ['another shape', 'ne', Buffer.from('{"sort":"ne"}').toString('base64url')],
      ['null', 'ne', Buffer.from('null').toString('base64url')],
      [
        'of another filter',
        'ne',
        encodePageEnd({ sort: listName('ne', { state: 'active' }), value: 'a', id }),
      ],
      ['another sort', 'ne', cursorOf({ sort: '-ne', value: 'a', id })],
      ['no UUID', 'ne', cursorOf({ sort: 'ne', value: 'a', id: "' or 1=1 --" })],
      ['an upper case UUID', 'ne', cursorOf({ sort: 'ne', value: 'a', id: 'A'.repeat(8) + id.slice(8) })],
      ['a text with U+0000', 'ne', cursorOf({ sort: 'ne', value: 'a\0', id })],
      ['a number for a text', 'ne', cursorOf({ sort: 'ne', value: 1, id })],
      ['a text for a number', 'alarmId', cursorOf({ sort: 'alarmId', value: '1', id })],
      ['too large a number', 'alarmId', cursorOf({ sort: 'alarmId', value: 2 ** 31, id })],
      ['half a number', 'severity', cursorOf({ sort: 'severity', value: 1.5, id })],
      ['too large a severity', 'severity', cursorOf({ sort: 'severity', value: 32768, id })],
      ...[
        'now',
        '1',
        'Mon',
        '2026-01-02',
        '2026-01-02T03:04:05Z',
        '2026-02-30T00:00:00.000Z',
        '0000-01-01T00:00:00.000Z',
        '+275760-09-13T00:00:00.000Z',
        '-000001-01-01T00:00:00.000Z',
        'infinity',
      ].map((value): [string, AlarmSort, string] => [
        `the instant ${value}`,
        '-raisedAt',
        cursorOf({ sort: '-raisedAt', value, id }),
      ]),
    ];

    it.each(forged)('%s', async (_, sort, cursor) => {
      expect(await reader.page(filterOf(), sort, 10, cursor)).toBeUndefined();
    });

    it('but the ends of the world are cursors like others', async () => {
      const ends: [AlarmSort, string | number][] = [
        ['raisedAt', '1970-01-01T00:00:00.000Z'],
        ['raisedAt', '9999-12-31T23:59:59.999Z'],
        ['alarmId', -(2 ** 31) + 1],
        ['severity', -32767],
        ['ne', "'; drop table alarm; --"],
      ];
      for (const [sort, value] of ends)
        expect(await reader.page(filterOf(), sort, 1, cursorOf({ sort, value, id }))).toBeDefined();
    });
  });

  describe('by a filter', () => {
    const texts = alarm(2000, {
      ne: 'q-ne',
      object: 'Cell=50%_done',
      text: 'back\\slash 小区 Ünï',
      alarmId: 77,
    });
    const plain = alarm(2001, { ne: 'q-other', object: 'Cell=50xxdone', text: 'nothing', alarmId: 78 });
    beforeAll(() => commit([texts, plain]));

    it.each([
      ['50%', [2000]],
      ['50%_d', [2000]],
      ['50', [2000, 2001]],
      ['%', [2000]],
      ['_done', [2000]],
      ['\\', [2000]],
      ['k\\s', [2000]],
      ['小区', [2000]],
      ['CELL=50XX', [2001]],
      ['q-', [2000, 2001]],
      ["'", []],
      ['nul\0', []],
    ])('q=%j finds what holds it, letter by letter', async (q, expected) => {
      const found = (await matching({ q })).filter(({ ne }) => ne.startsWith('q-'));
      expect(ids(found)).toEqual(expected.map(uuid));
    });

    it('q finds alarms by the names of their types', async () => {
      expect(ids(await matching({ q: 'no text has this' }, [77, 78]))).toEqual([uuid(2000), uuid(2001)]);
    });

    it('of every member gives what the members say', async () => {
      const some = (members: object) => matching({ ...members });
      const where = (test: (each: Alarm) => boolean) => ids(known.filter(test));
      const ofKnown = async (members: object) =>
        ids((await some(members)).filter(({ id }) => known.some((each) => each.id === id)));
      expect(await ofKnown({ state: 'active' })).toEqual(where(({ state }) => state === 'active'));
      expect(await ofKnown({ state: 'cleared' })).toEqual(where(({ state }) => state === 'cleared'));
      expect(await ofKnown({ ack: 'acknowledged' })).toEqual(
        where(({ ack }) => ack.state === 'acknowledged'),
      );
      expect(await ofKnown({ ack: 'unacknowledged' })).toEqual(
        where(({ ack }) => ack.state !== 'acknowledged'),
      );
      expect(await ofKnown({ severity: 'critical,warning' })).toEqual(
        where(({ severity }) => severity === 'critical' || severity === 'warning'),
      );
      expect(await ofKnown({ ne: 'b' })).toEqual(where(({ ne }) => ne === 'b'));
      expect(await ofKnown({ ne: 'b\0' })).toEqual([]);
      expect(await ofKnown({ object: 'Cell=7' })).toEqual([uuid(7)]);
      expect(await ofKnown({ alarmId: '301,29201,99999999999' })).toEqual(
        where(({ alarmId }) => alarmId !== 29240),
      );
      expect(await ofKnown({ role: 'root' })).toEqual([]);
      expect(await ofKnown({ role: 'root,standalone' })).toEqual(where(() => true));
      expect(await ofKnown({ shelved: 'true' })).toEqual([]);
      expect(await ofKnown({ shelved: 'false' })).toEqual(where(() => true));
      const at = (ms: number) => new Date(T0 + ms).toISOString();
      expect(await ofKnown({ since: at(1), until: at(2) })).toEqual(
        where(({ raisedAt }) => raisedAt === T0 + 1 || raisedAt === T0 + 2),
      );
      expect(await ofKnown({ since: '0001-01-01T00:00:00Z', until: '9999-12-31T23:59:59Z' })).toEqual(
        where(() => true),
      );
    });
  });

  it('knows nothing of an alarm that is not there', async () => {
    expect(await reader.read(uuid(9_999_999))).toBeUndefined();
    expect(await reader.log(uuid(9_999_999))).toEqual([]);
  });

  it('shows alarms and the number of the last change as of one instant', async () => {
    const size = (await matching({})).length - batches.sequences.changeSeq;
    const writing = (async () => {
      for (let n = 3000; n < 3040; n++) await commit([alarm(n)]);
    })();
    let seq = -1;
    while (seq < batches.sequences.changeSeq) {
      const snapshot = await reader.snapshot(filterOf(), 'raisedAt');
      seq = snapshot.seq;
      expect(snapshot.alarms.length - seq).toBe(size);
    }
    await writing;
  });

  it('limits a snapshot to the first in order', async () => {
    const { alarms } = await reader.snapshot(filterOf(), '-alarmId', 5);
    expect(alarms).toEqual((await reader.page(filterOf(), '-alarmId', 5, undefined))?.alarms);
  });

  it('tells what changed after a number, as it is now', async () => {
    const before = batches.sequences.changeSeq;
    await commit([alarm(4000), alarm(4001)]);
    await commit([alarm(4000, { version: 2, text: 'later' })]);
    const { changeSeq } = batches.sequences;
    expect(await reader.changedAfter(before, 100, 1000, undefined)).toEqual({
      seq: changeSeq,
      alarms: [alarm(4000, { version: 2, text: 'later' }), alarm(4001)],
      nextCursor: null,
    });
    expect(await reader.changedAfter(changeSeq, 100, 1000, undefined)).toEqual({
      seq: changeSeq,
      alarms: [],
      nextCursor: null,
    });
    expect(await reader.changedAfter(before, 2, 1000, undefined)).toBeUndefined();
    expect(await reader.changedAfter(before, 3, 1000, undefined)).toBeDefined();
    expect(await reader.changedAfter(changeSeq + 1, 100, 1000, undefined)).toBeUndefined();
  });

  it('tells what changed in parts, each as of its own instant', async () => {
    const before = batches.sequences.changeSeq;
    await commit([alarm(4100), alarm(4101), alarm(4102)]);
    const first = await reader.changedAfter(before, 100, 2, undefined);
    expect(first).toMatchObject({ alarms: [{ id: uuid(4100) }, { id: uuid(4101) }], nextCursor: uuid(4101) });
    await commit([alarm(4102, { version: 2 }), alarm(4000, { version: 3 })]);
    const second = await reader.changedAfter(before, 100, 2, first?.nextCursor ?? undefined);
    expect(second).toMatchObject({
      seq: batches.sequences.changeSeq,
      alarms: [{ id: uuid(4102), version: 2 }],
      nextCursor: null,
    });
  });

  it.each(alarmSorts)('gives a list in parts by %s, each with its instant', async (sort) => {
    const ids: string[] = [];
    let cursor: string | undefined;
    do {
      const part = await reader.part(filterOf(), sort, 70, cursor);
      expect(part.seq).toBe(batches.sequences.changeSeq);
      ids.push(...part.alarms.map(({ id }) => id));
      cursor = part.nextCursor ?? undefined;
    } while (cursor !== undefined);
    const whole = await reader.page(filterOf(), sort, 1000, undefined);
    expect(ids).toEqual(whole?.alarms.map(({ id }) => id));
  });

  it('survives that its connection ends in the middle of a snapshot', async () => {
    await database.rows('begin');
    await database.rows('lock table alarm in access exclusive mode');
    const snapshot = reader.snapshot(filterOf(), 'raisedAt');
    const refused = expect(snapshot).rejects.toThrow();
    await database.untilBlocked('omc-reader');
    await database.terminate('omc-reader');
    await refused;
    await database.rows('rollback');
    expect((await matching({ ne: 'q-ne' })).length).toBe(1);
  });

  it('survives that its connection breaks without a word in the middle of a snapshot', async () => {
    const proxy = await database.proxy();
    const other = await database.open({ url: proxy.url });
    await database.rows('begin');
    await database.rows('lock table alarm in access exclusive mode');
    const refused = expect(other.alarms.snapshot(filterOf(), 'raisedAt')).rejects.toThrow();
    await database.untilBlocked('omc-reader');
    proxy.breakAll();
    await refused;
    await database.rows('rollback');
    expect((await other.alarms.snapshot(filterOf({ ne: 'q-ne' }), 'raisedAt')).alarms).toHaveLength(1);
  });

  it('finds what is folded under an alarm', async () => {
    const rootId = uuid(900);
    const symptom = alarm(901, {
      ne: 'eNB-9',
      alarmId: 29201,
      correlation: { role: 'symptom', rootIds: [rootId, uuid(902)], rule: 'requires' },
    });
    await commit([alarm(900, { ne: 'eNB-9', alarmId: 25888 }), symptom]);
    const idsOf = async (group: AlarmGroup) =>
      (await reader.page(filterOf({}, group), 'ne', 10, undefined))?.alarms.map(({ id }) => id);
    expect(await idsOf({ rootId })).toEqual([symptom.id]);
    expect(await idsOf({ alarmId: 29201, ne: 'eNB-9' })).toEqual([symptom.id]);
    expect(await idsOf({ alarmId: 29201, subnet: 'Subnet=1' })).toEqual([]);
    expect(await reader.symptomsOf(rootId)).toEqual([{ id: symptom.id, ne: 'eNB-9' }]);
    expect((await reader.readAll([symptom.id, uuid(999)])).map(({ id }) => id)).toEqual([symptom.id]);
  });
});
