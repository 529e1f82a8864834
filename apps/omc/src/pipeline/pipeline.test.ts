import { fileURLToPath } from 'node:url';
import { AlarmWriter, type Batch, type Command, type Submission, submissionOf } from '@omc/alarm';
import { loadCatalogue } from '@omc/catalogue';
import { type SchedulerLike, Subject, Subscription } from 'rxjs';
import { beforeEach, describe, expect, it } from 'vitest';
import type { DecidedBatch } from './decided.js';
import { pipeline } from './pipeline.js';

const ALARM_TYPES = fileURLToPath(new URL('../../../../config/alarm-types.yaml', import.meta.url));
const START = Date.UTC(2026, 10, 23);

const aTurn = () => new Promise((resolve) => setImmediate(resolve));

/** A clock that the test moves; a timer fires when the test lets it, early or late. */
class HandTime {
  now = START;
  timers: (() => void)[] = [];
  readonly scheduler: SchedulerLike = {
    now: () => this.now,
    schedule: ((work: (this: unknown, state: unknown) => void, _: number, state: unknown) => {
      let takenBack = false;
      this.timers.push(() => {
        if (!takenBack) work.call({}, state);
      });
      return new Subscription(() => {
        takenBack = true;
      });
    }) as SchedulerLike['schedule'],
  };

  fire(): void {
    for (const timer of this.timers.splice(0)) timer();
  }
}

describe('the pipeline', () => {
  let time: HandTime;
  let source: Subject<Submission>;
  let committed: DecidedBatch[];
  let failed: Subject<unknown>;
  let commits: (batch: Batch) => Promise<void>;
  let unread: Set<string>;
  let nextId = 0;

  const ask = (command: Command) => {
    const submission = submissionOf(command);
    source.next(submission);
    return submission.committed;
  };
  const turns = async () => {
    for (let i = 0; i < 20; i++) await aTurn();
  };
  const raised = () =>
    committed.flatMap(({ changes }) =>
      changes
        .filter(({ kind, alarm }) => kind === 'raised' && alarm.alarmId === 29240)
        .map(({ at }) => at - START),
    );

  beforeEach(async () => {
    const loaded = await loadCatalogue(ALARM_TYPES);
    if (!loaded.ok) throw new Error(loaded.faults.join());
    time = new HandTime();
    source = new Subject();
    committed = [];
    failed = new Subject();
    unread = new Set();
    commits = () => Promise.resolve();
    const writer = new AlarmWriter(
      loaded.catalogue,
      {
        nes: [],
        filters: [],
        topologies: [],
        typeSettings: [],
        activeAlarms: [],
        shelves: [],
        sequences: { journalSeq: 0, changeSeq: 0 },
      },
      () => `id-${nextId++}`,
    );
    writer.ready([]);
    pipeline({
      writer,
      committer: { commit: (batch) => commits(batch) },
      sources: [source],
      scheduler: time.scheduler,
      needsHistory: () => false,
      withHistory: (command) => Promise.resolve(command),
      afterPendingInput: async () => {
        await aTurn();
        return unread;
      },
      turn: aTurn,
    }).subscribe({ next: (batch) => committed.push(batch), error: (error) => failed.next(error) });
    await ask({ kind: 'add-ne', ne: { id: 'a', kind: 'snmp', host: '127.0.0.1', port: 1 }, by: 'test' });
  });

  const fault = (object: string, at: number) =>
    ask({
      kind: 'report',
      report: { ne: 'a', object, alarmId: 29240, state: 'fault', at, arrivedAt: at },
      origin: { source: 'snmp', from: '10.0.0.1' },
    });

  it('decides at a deadline although its timer fired a moment early', async () => {
    await fault('Cell=1', START);
    time.now = START + 89_999;
    time.fire();
    time.now = START + 90_001;
    await turns();
    time.fire();
    await turns();
    expect(raised()).toEqual([90_000]);
  });

  it('decides what fell due while another decision was on its way', async () => {
    await fault('Cell=1', START);
    await fault('Cell=2', START + 1);
    time.now = START + 90_000;
    time.fire();
    time.now = START + 90_005;
    await turns();
    expect(raised()).toEqual([90_000, 90_001]);
  });

  it('decides on an NE that is not read yet only after it is', async () => {
    await fault('Cell=1', START);
    unread.add('a');
    time.now = START + 90_000;
    time.fire();
    await turns();
    expect(raised()).toEqual([]);
    unread.clear();
    await turns();
    expect(raised()).toEqual([90_000]);
  });

  it('decides all of very many that are due at once', async () => {
    for (let i = 0; i < 2_000; i++) void fault(`Cell=${i}`, START);
    await turns();
    time.now = START + 90_000;
    time.fire();
    await turns();
    expect(raised()).toHaveLength(2_000);
    expect(committed.filter(({ changes }) => changes.length > 0).length).toBeGreaterThan(2);
  });

  it('decides after what had been received before', async () => {
    await fault('Cell=1', START);
    time.now = START + 90_000;
    source.next(
      submissionOf({
        kind: 'report',
        report: {
          ne: 'a',
          object: 'Cell=1',
          alarmId: 29240,
          state: 'ok',
          at: START + 89_000,
          arrivedAt: START + 89_990,
        },
        origin: { source: 'snmp', from: '10.0.0.1' },
      }),
    );
    time.fire();
    await turns();
    expect(raised()).toEqual([]);
  });

  describe('while a batch is committed', () => {
    let asked: Batch[];
    let stored: (() => void)[];

    const report = (object: string) => {
      void fault(object, START);
      return turns();
    };
    const objects = (batches: readonly Batch[]) =>
      batches.map(({ journal }) => journal.map(({ object }) => object).join(' '));

    beforeEach(() => {
      committed = [];
      asked = [];
      stored = [];
      commits = (batch) => {
        asked.push(batch);
        return new Promise((resolve) => stored.push(resolve));
      };
    });

    it('commits no other, and tells nothing', async () => {
      await report('Cell=1');
      await report('Cell=2');
      expect(objects(asked)).toEqual(['Cell=1']);
      expect(committed).toEqual([]);
    });

    it('decides one batch ahead, and gathers what comes behind', async () => {
      for (const object of ['Cell=1', 'Cell=2', 'Cell=3', 'Cell=4']) await report(object);
      for (let i = 0; i < 3; i++) {
        stored.shift()?.();
        await turns();
      }
      expect(objects(asked)).toEqual(['Cell=1', 'Cell=2', 'Cell=3 Cell=4']);
      expect(objects(committed)).toEqual(objects(asked));
    });

    it('commits nothing after one that cannot be stored', async () => {
      let refusal: unknown;
      commits = (batch) => {
        asked.push(batch);
        return new Promise((_, reject) => stored.push(() => reject(new Error('refused'))));
      };
      failed.subscribe((error) => {
        refusal = error;
      });
      await report('Cell=1');
      await report('Cell=2');
      stored.shift()?.();
      await turns();
      expect(objects(asked)).toEqual(['Cell=1']);
      expect(refusal).toEqual(new Error('refused'));
    });
  });
});
