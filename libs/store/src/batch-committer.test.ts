import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Alarm, Batch, JournalEntry, RegistryWrite } from '@omc/alarm';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BatchCommitter } from './batch-committer.js';
import type { Store } from './open-store.js';
import { BatchRefused, LeaseLost } from './store-faults.js';
import { alarm, Batches, T0, uuid } from './testing/batches.js';
import { TestDatabase } from './testing/test-database.js';

const hostileTexts = [
  '',
  ' ',
  '\t\\t\n\\n\r\n\\N\\.',
  '\\.',
  '\\N',
  "'; drop table alarm; --",
  '"quoted", {braces}, [brackets], null, NULL',
  '小区不可用 📡👩‍👩‍👧 é ß',
  '\u2028\u2029\ufeff\u0001\u001f\u007f',
  'x'.repeat(100_000),
  '\\'.repeat(1001),
];

const hostileInfos: Alarm['info'][] = [
  {},
  { '': '', ' ': null, 'a\tb\nc"\\': [1, [2, { '\\N': '\\.' }]], ключ: '值📡' },
  { big: 1e308, small: -0.000001, whole: 2 ** 53 - 1, yes: true, nothing: null },
  { constructor: 'x', toString: 'y', hasOwnProperty: [] },
  Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`k${i}`, 'v'.repeat(i)])),
];

describe('committing', () => {
  let database: TestDatabase;
  let store: Store;
  let committer: BatchCommitter;
  let batches: Batches;

  beforeEach(async () => {
    database = await TestDatabase.make();
    store = await database.open();
    ({ committer } = await store.takeLease('test'));
    batches = new Batches();
  });
  afterEach(() => database.close());

  const commit = (batch: Batch, by = committer) => by.commit(batch, batches.sequences);
  const journal = async (): Promise<JournalEntry[]> => {
    const entries: JournalEntry[] = [];
    for await (const page of store.journal(0)) entries.push(...page);
    return entries;
  };

  describe('gives back what was stored', () => {
    it('of alarms with every member set', async () => {
      const full = alarm(1, {
        severity: 'indeterminate',
        state: 'cleared',
        ack: { state: 'acknowledged', by: "O'Neil", at: T0 + 1 },
        faultAt: 0,
        clearedAt: Date.UTC(9999, 11, 31, 23, 59, 59, 999),
        clearedBy: 'operator',
        reports: 2 ** 31 - 1,
        intermittent: true,
        stale: true,
        correlation: { role: 'symptom', rootIds: [uuid(7), uuid(8)], rule: 'requires' },
        shelved: true,
        comments: 3,
        version: 9,
        lifeVersion: 5,
      });
      const { severity, correlation, ...later } = full;
      await commit(batches.of([{ ...alarm(1), faultAt: 0 }]));
      await commit(batches.of([full]));
      expect(await store.alarms.read(full.id)).toEqual(full);
      await commit(batches.of([{ ...alarm(2), ...later, id: uuid(2), version: 1, severity, correlation }]));
      expect(await store.alarms.read(uuid(2))).toEqual({ ...full, id: uuid(2), version: 1 });
    });

    it('of alarms with hostile texts', async () => {
      const alarms = hostileTexts.map((text, n) =>
        alarm(n, {
          text,
          info: hostileInfos[n % hostileInfos.length] ?? {},
          probableCause: text.slice(0, 50),
        }),
      );
      await commit(batches.of(alarms));
      for (const each of alarms) expect(await store.alarms.read(each.id)).toEqual(each);
    });

    it('of alarms with random texts and infos', async () => {
      // PostgreSQL stores no U+0000; texts that hold it are refused at the edge.
      const text = fc.string({ unit: 'binary' }).map((each) => each.replaceAll('\0', ''));
      const samples = fc.sample(fc.tuple(text, fc.dictionary(text, fc.jsonValue({ maxDepth: 3 }))), {
        numRuns: 200,
        seed: 5,
      });
      const alarms = samples.map(([words, info], n) =>
        alarm(n, { text: words, info: JSON.parse(JSON.stringify(info)) }),
      );
      await commit(batches.of(alarms));
      const read = await store.alarms.active();
      expect(read.sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(alarms);
    });

    it('of an active alarm with every member set, among all that are active', async () => {
      const full = alarm(1, {
        severity: 'critical',
        ack: { state: 'acknowledged', by: 'op\t"1"', at: T0 + 91_001 },
        faultAt: T0 + 1,
        raisedAt: T0 + 2,
        reports: 7,
        text: 'a\\b\nc',
        info: { a: 'b\\', n: 1.5 },
        intermittent: true,
        stale: true,
        correlation: { role: 'symptom', rootIds: [uuid(8), uuid(9)], rule: 'requires' },
        shelved: true,
        comments: 3,
        version: 9,
        lifeVersion: 4,
      });
      const begun = alarm(1, { faultAt: full.faultAt, raisedAt: full.raisedAt });
      await commit(batches.of([begun]));
      await commit(batches.of([full]));
      expect(await store.alarms.active()).toEqual([full]);
    });

    it('of journal entries of every kind, in order', async () => {
      const key = { ne: 'eNB-1', object: 'Rru=0-60-0,TxChannel=0', alarmId: 26529, at: T0 };
      const entries: Omit<JournalEntry, 'seq'>[] = [
        {
          kind: 'transition',
          ...key,
          state: 'fault',
          overLink: true,
          details: { severity: 'minor', text: 't' },
        },
        { kind: 'resync', ...key, state: 'ok', overLink: false },
        { kind: 'decision', ...key, state: 'fault', alarm: uuid(1) },
        {
          kind: 'position',
          ne: 'eNB-1',
          at: T0,
          epoch: 'b\\N 1',
          ackedSeq: 2 ** 53 - 1,
          seenSeq: 2 ** 53 - 1,
        },
        { kind: 'held', ne: 'eNB-1', at: 0 },
        { kind: 'heard', ne: 'eNB-1', at: T0 },
        { kind: 'filter', ne: '', alarmId: 29240, at: T0 },
        { kind: 'removed', ne: 'eNB-1', at: T0 },
        { kind: 'details', ...key, object: '' },
        ...hostileTexts.flatMap((text) =>
          hostileInfos.map((info) => ({ kind: 'details', ...key, details: { text, info } }) as const),
        ),
        ...hostileTexts.map((text) => ({ kind: 'transition', ...key, object: text, epoch: text }) as const),
      ];
      const batch = batches.of([], { journal: entries });
      await commit(batch);
      expect(await journal()).toEqual(batch.journal);
    });

    it('of changes, with what was told of each', async () => {
      const [first, second] = [alarm(1), alarm(1, { text: 'worse', version: 2, lifeVersion: 2 })];
      const facts = {
        reason: hostileTexts.join(),
        filter: { createWindow: 90 },
        odd: [null, { '\\': '\t' }],
      };
      const changes = [
        batches.change(first),
        batches.change(second, { kind: 'updated', at: T0 + 5, by: '李 "x"', facts }),
      ];
      await commit({ journal: [], registry: [], changes });
      expect(await store.alarms.log(first.id)).toMatchObject([
        { kind: 'raised', at: first.raisedAt, by: null, facts: {} },
        { kind: 'updated', at: T0 + 5, by: '李 "x"', facts },
      ]);
      expect(await store.alarms.read(first.id)).toEqual(second);
    });

    it('of NEs and filters, changed and removed', async () => {
      const ne = (id: string, host: string) => ({ id, kind: 'link', host, port: 4000 }) as const;
      const filters = hostileTexts.slice(0, 9).map((object, i) => ({
        alarmId: 29240,
        ne: 'eNB-1',
        object,
        rule: { createWindow: i / 3 },
      }));
      const writes: RegistryWrite[] = [
        { kind: 'put-ne', ne: ne('eNB-1', '10.0.0.1') },
        { kind: 'put-ne', ne: ne('eNB-2', '::1') },
        { kind: 'put-ne', ne: ne('eNB-1', 'mast.example') },
        ...filters.map((filter) => ({ kind: 'put-filter', filter, by: "O'Neil" }) as const),
        { kind: 'put-filter', filter: { alarmId: 1, rule: { realTime: true } }, by: 'a' },
        { kind: 'put-filter', filter: { alarmId: 1, ne: 'eNB-1', rule: {} }, by: 'a' },
        { kind: 'put-filter', filter: { alarmId: 1, rule: { statCreate: 3 } }, by: 'b' },
      ];
      await commit(batches.of([], { registry: writes }));
      expect(await store.nes()).toEqual([ne('eNB-1', 'mast.example'), ne('eNB-2', '::1')]);
      const byScope = (a: object, b: object) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
      const kept = [
        ...filters,
        { alarmId: 1, rule: { statCreate: 3 } },
        { alarmId: 1, ne: 'eNB-1', rule: {} },
      ];
      expect((await store.filters()).sort(byScope)).toEqual(kept.sort(byScope));
      const set = { alarmId: 7, thresholds: { ne: 3 } } as const;
      const sets = [
        { alarmId: 7, severity: 'minor' },
        { alarmId: 8, severity: 'critical', thresholds: { ne: 1, subnet: 2 } },
        set,
      ] as const;
      const settings = sets.map((setting) => ({ kind: 'put-alarm-type', setting, by: 'a' }) as const);
      await commit(batches.of([], { registry: settings }));
      expect((await store.typeSettings()).sort((a, b) => a.alarmId - b.alarmId)).toEqual([set, sets[1]]);
      const removals: RegistryWrite[] = [
        ...filters.map((scope) => ({ kind: 'delete-filter', scope }) as const),
        { kind: 'delete-filter', scope: { alarmId: 1 } },
        { kind: 'delete-ne', id: 'eNB-2' },
      ];
      await commit(batches.of([], { registry: removals }));
      expect(await store.filters()).toEqual([{ alarmId: 1, ne: 'eNB-1', rule: {} }]);
      expect((await store.nes()).map(({ id }) => id)).toEqual(['eNB-1']);
    });

    it('of a large batch', async () => {
      const alarms = Array.from({ length: 5_000 }, (_, n) => alarm(n));
      const entries = alarms.map(
        ({ ne, object, alarmId }) => ({ kind: 'transition', ne, object, alarmId, at: T0 }) as const,
      );
      await commit(batches.of(alarms, { journal: entries }));
      expect(await store.alarms.active()).toHaveLength(5_000);
      expect(await journal()).toHaveLength(5_000);
    });
  });

  it('keeps what never changes of an alarm, and the last of several changes within a batch', async () => {
    await commit(batches.of([alarm(1)]));
    const cleared = alarm(1, { state: 'cleared', clearedAt: T0 + 1, clearedBy: 'report', version: 3 });
    await commit(batches.of([alarm(1, { version: 2 }), cleared]));
    expect(await store.alarms.read(uuid(1))).toEqual(cleared);
    expect(await store.alarms.active()).toEqual([]);
    expect(await store.alarms.log(uuid(1))).toHaveLength(3);
  });

  it('advances the numbers from which the next writer goes on', async () => {
    await commit(batches.of([alarm(1)], { journal: [{ kind: 'held', ne: 'a', at: T0 }] }));
    await commit(batches.of([alarm(2)]));
    const { lease } = await store.takeLease('next');
    expect(lease).toMatchObject({ batch: 2, sequences: { journalSeq: 1, changeSeq: 2 } });
  });

  describe('refuses', () => {
    it('what a writer has to say whose lease another has taken', async () => {
      await commit(batches.of([alarm(1)]));
      const other = await (await database.open()).takeLease('other');
      await expect(commit(batches.of([alarm(2)]))).rejects.toThrow(LeaseLost);
      expect(await store.alarms.read(uuid(2))).toBeUndefined();
      const next = new Batches(other.lease.sequences);
      await other.committer.commit(next.of([alarm(3)]), next.sequences);
      expect(await store.alarms.read(uuid(3))).toBeDefined();
    });

    it('to go on where the database is not as it was left, as after a backup was put back', async () => {
      for (const n of [1, 2]) await commit(batches.of([alarm(n)]));
      await database.rows('update writer_partition set batch = 1');
      await expect(commit(batches.of([alarm(3)]))).rejects.toThrow(LeaseLost);
    });

    it('a batch that PostgreSQL will never take, once and for all, and stores nothing of it', async () => {
      const batch = batches.of([alarm(1), alarm(2, { text: 'nul \0' })], {
        journal: [{ kind: 'held', ne: 'a', at: T0 }],
        registry: [{ kind: 'put-ne', ne: { id: 'a', kind: 'link', host: 'h', port: 1 } }],
      });
      await expect(commit(batch)).rejects.toThrow(BatchRefused);
      expect(database.pauses).toBe(0);
      expect([await store.alarms.active(), await journal(), await store.nes()]).toEqual([[], [], []]);
    });

    it.each([Number.NaN, 8.65e15])('an instant that cannot even be said, such as %d', async (at) => {
      const entry = { kind: 'held', ne: 'a', at } as const;
      await expect(commit(batches.of([], { journal: [entry] }))).rejects.toThrow(BatchRefused);
      await expect(commit(batches.of([alarm(1, { faultAt: at })]))).rejects.toThrow(BatchRefused);
      await commit(batches.of([alarm(2)]));
      expect(await store.alarms.active()).toHaveLength(1);
    });
  });

  describe('tries again', () => {
    it.each(['alarm', 'alarm_change', 'journal', 'ne', 'writer_partition'])(
      'when the connection ends while the batch waits for table %s, and stores it once',
      async (table) => {
        await commit(batches.of([]));
        await database.rows('begin');
        await database.rows(`lock table ${table} in access exclusive mode`);
        const batch = batches.of([alarm(1)], {
          journal: [{ kind: 'held', ne: 'a', at: T0 }],
          registry: [{ kind: 'put-ne', ne: { id: 'a', kind: 'link', host: 'h', port: 1 } }],
        });
        const committed = commit(batch);
        await database.untilBlocked('omc-writer');
        await database.terminate('omc-writer');
        await database.rows('rollback');
        await committed;
        expect(await store.alarms.log(uuid(1))).toHaveLength(1);
        expect(await journal()).toEqual(batch.journal);
        expect(await store.nes()).toHaveLength(1);
        expect(database.troubles.filter(Boolean)).not.toEqual([]);
        expect(database.troubles.at(-1)).toBeUndefined();
      },
    );

    it.each(['alarm', 'journal', 'ne', 'writer_partition'])(
      'when the connection breaks without a word while the batch waits for table %s, and stores it once',
      async (table) => {
        const proxy = await database.proxy();
        const { committer: broken } = await (await database.open({ url: proxy.url })).takeLease('other');
        await commit(batches.of([]), broken);
        await database.rows('begin');
        await database.rows(`lock table ${table} in access exclusive mode`);
        const entries = Array.from({ length: 500 }, () => ({ kind: 'held', ne: 'a', at: T0 }) as const);
        const batch = batches.of([alarm(1)], {
          journal: entries,
          registry: [{ kind: 'put-ne', ne: { id: 'a', kind: 'link', host: 'h', port: 1 } }],
        });
        const committed = commit(batch, broken);
        await database.untilBlocked('omc-writer');
        proxy.breakAll();
        await database.rows('rollback');
        await committed;
        expect(await store.alarms.log(uuid(1))).toHaveLength(1);
        expect(await journal()).toEqual(batch.journal);
      },
    );

    it.each(['alarm', 'journal', 'ne', 'writer_partition'])(
      'when the connection freezes while the batch waits for table %s, and stores it once',
      async (table) => {
        const proxy = await database.proxy();
        const other = await database.open({ url: proxy.url, patienceMs: 200 });
        const { committer: frozen } = await other.takeLease('other');
        await commit(batches.of([]), frozen);
        await database.rows('begin');
        await database.rows(`lock table ${table} in access exclusive mode`);
        const batch = batches.of([alarm(1)], {
          journal: [{ kind: 'held', ne: 'a', at: T0 }],
          registry: [{ kind: 'put-ne', ne: { id: 'a', kind: 'link', host: 'h', port: 1 } }],
        });
        const committed = commit(batch, frozen);
        await database.untilBlocked('omc-writer');
        proxy.freezeAll();
        // What the server still has of it goes on in its transaction, with a lock that nobody gives back.
        await database.rows('rollback');
        await committed;
        expect(await store.alarms.log(uuid(1))).toHaveLength(1);
        expect(await journal()).toEqual(batch.journal);
        expect(database.troubles.map(String).join()).toContain('it does not answer in time');
      },
    );

    it('when the connection freezes between two batches', async () => {
      const proxy = await database.proxy();
      const other = await database.open({ url: proxy.url, patienceMs: 200 });
      const { committer: frozen } = await other.takeLease('other');
      await commit(batches.of([alarm(1)]), frozen);
      proxy.freezeAll();
      await commit(batches.of([alarm(2)]), frozen);
      expect((await store.alarms.active()).map(({ id }) => id).sort()).toEqual([uuid(1), uuid(2)]);
    });

    it('when the connection ended between two batches', async () => {
      await commit(batches.of([alarm(1)]));
      await database.terminate('omc-writer');
      await commit(batches.of([alarm(2)]));
      expect((await store.alarms.active()).map(({ id }) => id).sort()).toEqual([uuid(1), uuid(2)]);
    });

    it('when the server lets nobody in for a while', async () => {
      await commit(batches.of([]));
      await database.letIn(false);
      await database.terminate('omc-writer');
      const committed = commit(batches.of([alarm(1)]));
      while (database.pauses < 3) await nextTurn();
      await database.letIn(true);
      await committed;
      expect(await store.alarms.read(uuid(1))).toBeDefined();
    });

    it('when the user may not sign in for a while', async () => {
      const role = `role_${database.name}`;
      const url = new URL(database.url);
      url.username = role;
      url.password = 'sesame';
      await database.rows(`create role ${role} superuser login password 'sesame'`);
      const { committer: barred } = await (await database.open({ url: url.href })).takeLease('barred');
      await commit(batches.of([]), barred);
      await database.rows(`alter role ${role} nologin`);
      await database.terminate('omc-writer');
      const committed = commit(batches.of([alarm(1)]), barred);
      while (database.pauses < 3) await nextTurn();
      await database.rows(`alter role ${role} login`);
      await committed;
      expect(database.troubles.filter(Boolean).join()).not.toContain('sesame');
      expect(await store.alarms.read(uuid(1))).toBeDefined();
    });

    it('with partitions of the journal for days that nobody foresaw', async () => {
      const partitions = await database.rows<{ name: string }>(
        `select inhrelid::regclass::text as name from pg_inherits where inhparent = 'journal'::regclass`,
      );
      for (const { name } of partitions) await database.rows(`drop table ${name}`);
      const batch = batches.of([], { journal: [{ kind: 'held', ne: 'a', at: T0 }] });
      await commit(batch);
      expect(await journal()).toEqual(batch.journal);
    });

    it('but ends when it is closed', async () => {
      const proxy = await database.proxy();
      const other = await database.open({ url: proxy.url, pause: () => closing.close() });
      const { committer: closing } = await other.takeLease('other');
      const before = proxy.commits;
      proxy.cuts.push('before the commit');
      await expect(commit(batches.of([alarm(1)]), closing)).rejects.toThrow('cannot use PostgreSQL');
      expect(proxy.commits - before).toBe(1);
    });
  });

  describe('over a connection that is cut', () => {
    it.each([
      [['after the commit']],
      [['before the commit']],
      [['after the commit', 'before the commit']],
      [['before the commit', 'before the commit', 'after the commit']],
    ] as const)('%j stores each batch once', async (cuts) => {
      const proxy = await database.proxy();
      const other = await database.open({ url: proxy.url });
      const { committer: cut } = await other.takeLease('other');
      await commit(batches.of([alarm(1)], { journal: [{ kind: 'held', ne: 'a', at: T0 }] }), cut);
      const before = proxy.commits;
      proxy.cuts.push(...cuts);
      const registry = [{ kind: 'delete-ne', id: 'nobody' }] as const;
      await commit(
        batches.of([alarm(2)], { journal: [{ kind: 'heard', ne: 'a', at: T0 }], registry: [...registry] }),
        cut,
      );
      await commit(batches.of([alarm(3)], { journal: [{ kind: 'held', ne: 'a', at: T0 }] }), cut);
      // Where a commit took effect, it is not said again.
      const again = cuts.filter((each) => each === 'before the commit').length;
      expect([proxy.commits - before, proxy.cuts]).toEqual([2 + again, []]);
      expect((await journal()).map(({ seq, kind }) => [seq, kind])).toEqual([
        [1, 'held'],
        [2, 'heard'],
        [3, 'held'],
      ]);
      for (const n of [1, 2, 3]) expect(await store.alarms.log(uuid(n))).toHaveLength(1);
    });
  });
});
