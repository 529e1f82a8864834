import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DryRun, type DryRunResult } from './dry-run.js';
import type { KeyEntry } from './fault-outcome.js';
import { type FilterRule, immediate, overlay } from './filter.js';
import { Happenings, happenings } from './testing/random-commands.js';
import { CELL, testCatalogue } from './testing/test-catalogue.js';
import { TestOffice } from './testing/test-office.js';
import { trialFilters } from './trial-filters.js';
import { type Windows, windowsOf } from './windows.js';

const S = 1000;
const key = { ne: 'eNB-1', object: 'Cell=1', alarmId: CELL };
const time = { readFromAt: 0, fromAt: 0, untilAt: 10_000 * S };

const transition = (at: number, state: KeyEntry['state'], name = key): KeyEntry => ({
  ...name,
  kind: 'transition',
  at: at * S,
  state,
});
const decision = (at: number, state: KeyEntry['state']): KeyEntry => ({
  ...key,
  kind: 'decision',
  at: at * S,
  state,
});

/** A fault for each pair of seconds, from when to when. */
const faults = (...pairs: readonly (readonly [number, number])[]): KeyEntry[] =>
  pairs.flatMap(([from, to]) => [transition(from, 'fault'), transition(to, 'ok')]);

const windows = (rule: FilterRule): Windows => windowsOf(overlay(immediate, rule));

function tried(
  entries: readonly KeyEntry[],
  rule: FilterRule,
  more: Partial<typeof time> = {},
): DryRunResult {
  const run = new DryRun({ ...time, ...more }, () => windows(rule));
  for (const entry of entries) run.take(entry);
  return run.end();
}

describe('a dry run', () => {
  it('raises what lasts the window, hides what does not, and says by how much alarms are delayed', () => {
    const {
      keys,
      faults: count,
      proposed,
    } = tried(faults([100, 105], [200, 300], [400, 460]), { createWindow: 60 });
    expect({ keys, count }).toEqual({ keys: 1, count: 3 });
    expect(proposed).toEqual({
      ...{ raised: 2, delayed: 2, meanDelayMs: 60 * S, maxDelayMs: 60 * S, hidden: 1, joined: 0, pending: 0 },
      longestHidden: { ...key, faultAt: 100 * S, durationMs: 5 * S },
    });
  });

  it('counts a fault that comes back within the restore window to the alarm that is there', () => {
    const { proposed } = tried(faults([100, 110], [112, 120], [200, 210]), { restoreWindow: 15 });
    expect(proposed).toMatchObject({ raised: 2, joined: 1, hidden: 0, delayed: 0, maxDelayMs: 0 });
  });

  it('sets beside it what was done, and tells in what they differ', () => {
    const entries = [
      transition(100, 'fault'),
      decision(100, 'fault'),
      transition(105, 'ok'),
      decision(105, 'ok'),
      transition(200, 'fault'),
      decision(200, 'fault'),
      transition(300, 'ok'),
      decision(300, 'ok'),
    ];
    const { done, proposed, difference } = tried(entries, { createWindow: 30 });
    expect(done).toMatchObject({ raised: 2, delayed: 0, hidden: 0, longestHidden: undefined });
    expect(proposed).toMatchObject({ raised: 1, delayed: 1, hidden: 1 });
    expect(difference).toEqual({
      ...{ hidden: 1, shown: 0, later: 1, meanLaterMs: 30 * S, maxLaterMs: 30 * S, earlier: 0 },
    });
  });

  it('tells what would be shown that was hidden, and earlier', () => {
    const entries = [
      ...faults([100, 105]),
      transition(200, 'fault'),
      decision(230, 'fault'),
      transition(300, 'ok'),
      decision(300, 'ok'),
    ];
    expect(tried(entries, {}).difference).toMatchObject({ hidden: 0, shown: 1, later: 0, earlier: 1 });
  });

  it('leaves open what is not decided when the time ends', () => {
    const { proposed } = tried([transition(9_990, 'fault')], { createWindow: 60 });
    expect(proposed).toMatchObject({ raised: 0, hidden: 0, pending: 1 });
    expect(tried([transition(9_900, 'fault')], { createWindow: 60 }).proposed).toMatchObject({ raised: 1 });
  });

  it('looks back before the time for windows, and counts only what began in it', () => {
    const entries = faults([990, 995], [1_001, 1_002]);
    const { faults: count, proposed } = tried(entries, { restoreWindow: 15 }, { fromAt: 1_000 * S });
    expect({ count, proposed }).toMatchObject({ count: 1, proposed: { raised: 0, joined: 1 } });
  });

  it('takes a key whose first entry is an end for one that was in alarm', () => {
    const entries = [transition(10, 'ok'), ...faults([12, 20])];
    expect(tried(entries, { restoreWindow: 15 })).toMatchObject({ faults: 1, proposed: { joined: 1 } });
  });

  it('does not make one fault of two that the removal of the NE lies between', () => {
    const { faults: count, proposed } = tried([transition(100, 'fault'), ...faults([500, 600])], {
      createWindow: 90,
    });
    expect({ count, proposed }).toMatchObject({ count: 2, proposed: { raised: 1, pending: 1 } });
  });

  it('stays quiet after the clear of an operator until the fault is over, as the key did', () => {
    const entries = [
      transition(100, 'fault'),
      decision(100, 'fault'),
      decision(150, 'ok'),
      ...faults([1_000, 1_100]).slice(1),
    ];
    const { done, proposed, difference } = tried(entries, {});
    expect(proposed).toMatchObject({ raised: 1, hidden: 0 });
    expect(done).toEqual(proposed);
    expect(difference).toMatchObject({ hidden: 0, shown: 0 });
  });

  it('keeps keys apart', () => {
    const other = { ...key, object: 'Cell=2' };
    const entries = [transition(100, 'fault'), transition(110, 'fault', other), transition(115, 'ok', other)];
    expect(tried(entries, { createWindow: 30 })).toMatchObject({
      ...{ keys: 2, faults: 2, proposed: { raised: 1, hidden: 1 } },
    });
  });

  it('gives up to 20 samples of each outcome: what would change first, then the longest', () => {
    const short = Array.from({ length: 40 }, (_, i) => [100 * (i + 1), 100 * (i + 1) + i + 1] as const);
    const seen = [transition(5_000, 'fault'), decision(5_000, 'fault'), transition(5_001, 'ok')];
    const { samples } = tried(
      [...faults(...short), ...seen, decision(5_001, 'ok'), ...faults([6_000, 6_500])],
      {
        createWindow: 60,
      },
    );
    const hidden = samples.filter(({ outcome }) => outcome === 'hidden');
    expect(hidden).toHaveLength(20);
    expect(hidden[0]).toEqual({
      ...{ ...key, faultAt: 5_000 * S, durationMs: S, outcome: 'hidden', raisedAt: undefined },
      ...{ done: 'raised', doneRaisedAt: 5_000 * S },
    });
    expect(hidden.slice(1).map(({ durationMs = 0 }) => durationMs / S)).toEqual(
      Array.from({ length: 19 }, (_, i) => 40 - i),
    );
    expect(samples.at(-1)).toMatchObject({ outcome: 'delayed', raisedAt: 6_060 * S, done: 'hidden' });
  });

  it('of the filter that is in force gives what was done', () => {
    fc.assert(
      fc.property(happenings, (story) => {
        const office = new TestOffice();
        const played = new Happenings();
        played.begin(office);
        for (const each of story) if (!CHANGES_RULES.includes(each.what)) played.play(office, each);
        const until = played.now + 1_000;
        for (const ne of ['eNB-1', 'eNB-2']) office.at(until, { kind: 'link-heard', ne, at: until });
        office.passTo(until);
        const run = new DryRun({ readFromAt: 0, fromAt: 0, untilAt: until }, (name) =>
          office.writer.filters.windowsFor(name.alarmId, name.ne, name.object),
        );
        for (const entry of byKey(office)) run.take(entry);
        const { done, proposed, difference } = run.end();
        expect(proposed).toEqual(done);
        expect(difference).toMatchObject({ hidden: 0, shown: 0, later: 0, earlier: 0 });
        const raised = office.changes.filter(({ kind }) => kind === 'raised').length;
        expect(done.raised + disconnections(office)).toBe(raised);
      }),
      { numRuns: 500 },
    );
  });
});

const CHANGES_RULES: readonly string[] = ['filter', 'remove-filter', 'remove-ne'];

function disconnections({ changes }: TestOffice): number {
  return changes.filter(({ kind, alarm }) => kind === 'raised' && alarm.alarmId === 301).length;
}

/** The journal as a study reads it: key after key. */
function byKey({ journal }: TestOffice): KeyEntry[] {
  const entries = journal.flatMap(({ kind, ne, object = '', alarmId = 0, at, state, seq }) => {
    if (state === undefined || kind === 'details') return [];
    return [
      { ne, object, alarmId, at, state, seq, kind: kind === 'decision' ? kind : ('transition' as const) },
    ];
  });
  const nameOf = ({ ne, object, alarmId }: KeyEntry) => `${ne} ${object} ${alarmId}`;
  return entries.sort((a, b) => nameOf(a).localeCompare(nameOf(b)) || a.seq - b.seq);
}

describe('trial filters', () => {
  it('let a proposed filter take effect as if it were stored, below those that are more specific', () => {
    const office = new TestOffice();
    const { filters } = office.writer;
    office.at(1, {
      kind: 'set-filter',
      filter: { alarmId: CELL, ne: 'a', rule: { restoreWindow: 7 } },
      by: 'x',
    });
    const trial = trialFilters(testCatalogue, filters, { alarmId: CELL, rule: { createWindow: 3 } });
    expect(trial.windowsFor(CELL, 'a', 'Cell=1')).toMatchObject({
      createWindowMs: 3_000,
      restoreWindowMs: 7_000,
    });
    expect(filters.windowsFor(CELL, 'a', 'Cell=1').createWindowMs).not.toBe(3_000);
  });
});
