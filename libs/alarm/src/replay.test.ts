import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JournalEntry } from './journal.js';
import { BY_TRAP } from './testing/by-trap.js';
import { LinkScript } from './testing/link-script.js';
import { Happenings, happenings } from './testing/random-commands.js';
import { CELL, INTERFACE } from './testing/test-catalogue.js';
import { TestOffice } from './testing/test-office.js';

// The same stories each time; they were tried with many other seeds.
fc.configureGlobal({ seed: 20261123 });

const RUNS = 1000;
const S = 1000;
const T0 = 1_000 * S;

/** Every alarm's life, without its name and without what may fall short after a crash. */
function livesOf(office: TestOffice): object[] {
  return [...office.alarms.values()]
    .map(({ id, reports, version, lifeVersion, ...life }) => life)
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

/** How far each link was seen; where a hole is, a restart may know less of what lies behind it. */
function linkPositions(office: TestOffice): unknown[] {
  const positions = [...office.nes.keys()].sort().map((ne) => office.writer.positionOf(ne));
  return positions.map((position) => position && [position.epoch, position.seenSeq]);
}

function ackedSum(office: TestOffice): number {
  return [...office.nes.keys()].reduce((sum, ne) => sum + (office.writer.positionOf(ne)?.ackedSeq ?? 0), 0);
}

/** Begins a checkpoint at step 0, and takes down one more NE every so many steps. */
function takeDownAt(step: number, every: number, office: TestOffice): void {
  if (step === 0) office.beginCheckpoint();
  else if (step > 0 && step % every === 0) office.goOnWithCheckpoint();
}

/** Restarts an office and plays the rest of its story: it must end as the one that never stopped. */
function expectToGoOn(
  stopped: TestOffice,
  player: Happenings,
  rest: Parameters<Happenings['play']>[1][],
  unbroken: TestOffice,
  unbrokenPlayer: Happenings,
): TestOffice {
  const restarted = stopped.restarted();
  player.restart(restarted);
  expect(restarted.writer.pending).toEqual(stopped.writer.pending);
  expect(linkPositions(restarted)).toEqual(linkPositions(stopped));
  for (const each of rest) player.play(restarted, each);
  unbroken.passTo(unbrokenPlayer.now + 1000);
  restarted.passTo(player.now + 1000);
  expect(livesOf(restarted)).toEqual(livesOf(unbroken));
  expect(restarted.writer.pending).toEqual(unbroken.writer.pending);
  expect(linkPositions(restarted)).toEqual(linkPositions(unbroken));
  return restarted;
}

describe('a writer that starts from what is stored', () => {
  it('goes on as if it had never stopped', () => {
    fc.assert(
      fc.property(happenings, fc.nat(), (story, some) => {
        const cut = some % story.length;
        const [unbroken, stopped] = [new TestOffice(), new TestOffice()];
        const [first, second] = [new Happenings(), new Happenings()];
        first.begin(unbroken);
        second.begin(stopped);
        for (const each of story) first.play(unbroken, each);
        for (const each of story.slice(0, cut)) second.play(stopped, each);
        const restarted = expectToGoOn(stopped, second, story.slice(cut), unbroken, first);
        expect(ackedSum(restarted)).toBeLessThanOrEqual(ackedSum(unbroken));
      }),
      { numRuns: RUNS },
    );
  });

  it('goes on from a checkpoint that was taken NE by NE while it worked', () => {
    fc.assert(
      fc.property(happenings, fc.nat(), fc.nat(), fc.nat(), (story, some, begin, pace) => {
        const cut = some % story.length;
        const from = begin % (cut + 1);
        const [unbroken, stopped] = [new TestOffice(), new TestOffice()];
        const [first, second] = [new Happenings(), new Happenings()];
        first.begin(unbroken);
        second.begin(stopped);
        for (const each of story) first.play(unbroken, each);
        for (const [i, each] of story.slice(0, cut).entries()) {
          takeDownAt(i - from, 1 + (pace % 4), stopped);
          second.play(stopped, each);
        }
        while (stopped.goOnWithCheckpoint());
        expectToGoOn(stopped, second, story.slice(cut), unbroken, first);
      }),
      { numRuns: RUNS },
    );
  });

  it('remembers what a filter that looks further back was told of the past', () => {
    const { office, link } = linkOffice();
    const [object, alarmId] = ['Cell=1', INTERFACE];
    office.at(T0, link.says('fault', T0, object, alarmId));
    office.at(T0 + 2 * S, link.says('ok', T0 + 2 * S, object, alarmId));
    const history = [
      { ne: 'eNB-1', object, state: 'fault', at: T0 },
      { ne: 'eNB-1', object, state: 'ok', at: T0 + 2 * S },
    ] as const;
    const rule = { createWindow: 20, createThreshold: 5 };
    const command = { kind: 'set-filter', filter: { alarmId, rule }, by: 'engineer', history } as const;
    office.at(T0 + 3 * S, command);
    const later = office.restarted();
    later.at(T0 + 4 * S, link.heard(T0 + 4 * S));
    const fault = link.says('fault', T0 + 5 * S, object, alarmId);
    for (const each of [office, later]) {
      each.at(T0 + 5 * S, fault);
      each.passTo(T0 + 30 * S);
      expect(each.active).toMatchObject([{ faultAt: T0 + 5 * S, raisedAt: T0 + 8 * S }]);
    }
  });

  it('lets an event that is older than a decision count as of it, whatever the decision was', () => {
    const { office, link } = linkOffice();
    office.at(T0, link.says('fault', T0));
    office.passTo(T0 + 90 * S);
    const raised = office.restarted();
    raised.at(T0 + 95 * S, link.heard(T0 + 95 * S), link.says('ok', T0 + 80 * S));
    raised.passTo(T0 + 105 * S);
    expect([...raised.alarms.values()]).toMatchObject([{ raisedAt: T0 + 90 * S, clearedAt: T0 + 105 * S }]);
    const cleared = raised.restarted();
    cleared.at(T0 + 106 * S, link.heard(T0 + 106 * S), link.says('fault', T0 + 100 * S));
    cleared.passTo(T0 + 300 * S);
    expect(cleared.active).toMatchObject([{ faultAt: T0 + 105 * S, raisedAt: T0 + 195 * S }]);
  });

  it('does not raise again what an operator cleared, until the next ok', () => {
    const key = { ne: 'mast', object: 'Cell=1', alarmId: INTERFACE };
    const journal: JournalEntry[] = [
      { seq: 1, kind: 'transition', ...key, at: T0, state: 'fault' },
      { seq: 2, kind: 'decision', ...key, at: T0, state: 'fault', alarm: 'a' },
      { seq: 3, kind: 'decision', ...key, at: T0 + S, state: 'ok', alarm: 'a' },
    ];
    const office = new TestOffice();
    office.at(0, {
      kind: 'add-ne',
      ne: { id: 'mast', kind: 'snmp', host: '10.0.0.1', port: 161 },
      by: 'admin',
    });
    office.journal.push(...journal);
    const later = office.restarted();
    const says = (state: 'fault' | 'ok', at: number) =>
      later.at(at, { kind: 'report', report: { ...key, state, at, arrivedAt: at }, origin: BY_TRAP });
    says('fault', T0 + 2 * S);
    expect(later.writer.pending).toEqual({ raise: 0, clear: 0 });
    expect(later.active).toEqual([]);
    says('ok', T0 + 3 * S);
    says('fault', T0 + 4 * S);
    expect(later.active).toHaveLength(1);
  });

  it('knows an active alarm of which the journal tells nothing any more by the alarm itself', () => {
    const { office, link } = linkOffice();
    office.at(T0, link.says('fault', T0, 'Cell=1', CELL, { text: 'down', info: { a: 1 } }));
    office.passTo(T0 + 90 * S);
    office.at(T0 + 91 * S, link.says('fault', T0 + 91 * S));
    office.journal.splice(0, office.journal.length - 1);
    const later = office.restarted();
    expect(later.writer.pending).toEqual({ raise: 0, clear: 0 });
    later.at(T0 + 100 * S, link.says('ok', T0 + 85 * S));
    later.passTo(T0 + 200 * S);
    // Held: its NE is not heard yet.
    expect(later.active).toHaveLength(1);
    later.at(T0 + 201 * S, link.heard(T0 + 201 * S));
    expect([...later.alarms.values()]).toMatchObject([
      { faultAt: T0, clearedAt: T0 + 105 * S, reports: 3, text: 'down', info: { a: 1 } },
    ]);
  });

  it('holds every key of a link from the start, whether it has an alarm or a window', () => {
    const { office, link } = linkOffice();
    office.at(T0, link.says('fault', T0), link.says('fault', T0, 'Cell=2'));
    office.passTo(T0 + 90 * S);
    office.at(T0 + 95 * S, link.says('ok', T0 + 95 * S), link.says('fault', T0 + 95 * S, 'Cell=3'));
    const later = office.restarted();
    expect(later.writer.pending).toEqual({ raise: 1, clear: 1 });
    later.passTo(T0 + 900 * S);
    expect(later.changes).toEqual(office.changes);
    later.at(T0 + 901 * S, link.heard(T0 + 901 * S));
    expect(later.told.slice(office.changes.length)).toEqual([
      `${T0 + 110 * S} cleared eNB-1/Cell=1/${CELL} by report`,
      `${T0 + 185 * S} raised eNB-1/Cell=3/${CELL}`,
    ]);
  });

  it('knows a pending fault by its own details, not by those of the one before', () => {
    const { office, link } = linkOffice();
    office.at(T0, link.says('fault', T0, 'Cell=1', CELL, { text: 'old', severity: 'critical' }));
    office.at(T0 + S, link.says('ok', T0 + S));
    office.at(T0 + 2 * S, link.says('fault', T0 + 2 * S, 'Cell=1', CELL, { info: { a: 1 } }));
    const later = office.restarted();
    for (const each of [office, later]) {
      each.at(T0 + 3 * S, link.heard(T0 + 3 * S));
      each.passTo(T0 + 92 * S);
      expect(each.active).toMatchObject([{ text: '', severity: 'major', info: { a: 1 }, reports: 1 }]);
    }
  });

  it('lets a sync end an alarm of which the journal tells nothing any more', () => {
    const { office, link } = linkOffice();
    office.at(T0, link.says('fault', T0, 'Cell=1', INTERFACE));
    office.journal.splice(0, office.journal.length - 1);
    const later = office.restarted();
    later.at(T0 + S, {
      kind: 'link-sync',
      ne: 'eNB-1',
      epoch: 'b1',
      seq: 1,
      faults: [],
      arrivedAt: T0 + S,
    });
    expect([...later.alarms.values()]).toMatchObject([{ clearedBy: 'resync', clearedAt: T0 + S }]);
  });

  it('evaluates an event of before a change of the filter as the writer did that knew nothing of its key', () => {
    const { office, link } = linkOffice();
    office.at(T0, link.held(T0));
    office.at(T0 + 100 * S, {
      kind: 'set-filter',
      filter: { alarmId: INTERFACE, rule: { createWindow: 10, createThreshold: 5, restoreWindow: 30 } },
      by: 'engineer',
    });
    office.at(T0 + 101 * S, link.says('fault', T0 + 50 * S, 'Cell=1', INTERFACE));
    office.at(T0 + 102 * S, link.says('ok', T0 + 60 * S, 'Cell=1', INTERFACE));
    const later = office.restarted();
    for (const each of [office, later]) {
      each.at(T0 + 103 * S, link.heard(T0 + 103 * S));
      expect([...each.alarms.values()]).toMatchObject([{ raisedAt: T0 + 55 * S, clearedAt: T0 + 90 * S }]);
    }
  });

  it('remembers of a link that was not read to its end what the rest will be counted with', () => {
    const { office, link } = linkOffice();
    const now = T0 + 3600 * S;
    office.at(now - 2 * S, {
      kind: 'set-filter',
      filter: { alarmId: INTERFACE, rule: { createWindow: 60, createThreshold: 15 } },
      by: 'engineer',
    });
    office.at(now - S, link.held(now - S));
    // An hour old, re-sent: had the restart forgotten the first fault, the second would be too short.
    office.at(now, link.says('fault', T0, 'Cell=1', INTERFACE));
    office.at(now + 1, link.says('ok', T0 + 10 * S, 'Cell=1', INTERFACE));
    office.at(now + S, link.says('fault', now + S, 'Cell=2', INTERFACE));
    const again = link.event('fault', T0 + 40 * S, 'Cell=1', INTERFACE);
    const over = link.event('ok', T0 + 50 * S, 'Cell=1', INTERFACE);
    const later = office.restarted();
    for (const each of [office, later]) {
      each.at(now + 2 * S, link.events(again, over));
      each.at(now + 3 * S, link.heard(now + 3 * S));
      expect([...each.alarms.values()]).toMatchObject([{ object: 'Cell=1', raisedAt: T0 + 45 * S }]);
    }
  });

  it('has room for keys however many came and went before', () => {
    const { office, link } = linkOffice();
    const minute = 60 * S;
    for (let i = 0; i < 12; i++) {
      const at = T0 + i * 5 * minute;
      const begins = Array.from({ length: 1000 }, (_, n) => link.event('fault', at, `Cell=${i * 1000 + n}`));
      const ends = begins.map(({ object }) => link.event('ok', at + S, object));
      office.at(at, link.events(...begins));
      office.at(at + S, link.events(...ends));
    }
    const end = T0 + 60 * minute;
    office.at(end, link.says('fault', end, 'Cell=x'));
    const later = office.restarted();
    later.at(end + S, link.heard(end + S));
    later.passTo(end + 90 * S);
    expect(later.active).toMatchObject([{ object: 'Cell=x', faultAt: end }]);
    expect(office.tally.get('too-many-keys')).toBeUndefined();
  });

  it('passes over what the journal tells of NEs and types that are gone', () => {
    const office = new TestOffice();
    const gone = { ne: 'gone', object: 'Cell=1', alarmId: CELL, at: T0 };
    office.journal.push(
      { seq: 1, kind: 'transition', ...gone, state: 'fault' },
      { seq: 2, kind: 'details', ...gone, details: { text: 'x' } },
      { seq: 3, kind: 'decision', ...gone, state: 'fault', alarm: 'a' },
      { seq: 4, kind: 'position', ne: 'gone', at: T0, epoch: 'b1', ackedSeq: 1, seenSeq: 1 },
      { seq: 5, kind: 'removed', ne: 'gone', at: T0 },
      { seq: 6, kind: 'held', ne: 'gone', at: T0 },
    );
    const later = office.restarted();
    expect(later.writer.pending).toEqual({ raise: 0, clear: 0 });
    expect(later.writer.nextDeadlineAt).toBeUndefined();
  });
});

function linkOffice(): { office: TestOffice; link: LinkScript } {
  const office = new TestOffice();
  const link = new LinkScript('eNB-1');
  office.at(0, link.add());
  office.at(1, link.heard(1));
  return { office, link };
}
