import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { immediate, overlay } from './filter.js';
import {
  atRest,
  clearedByOperator,
  type Decision,
  type HoldOffState,
  hear,
  heardAt,
  nextDecision,
  REMEMBERED_MS,
  restsAt,
  type Settled,
  settle,
  turn,
} from './hold-off.js';
import type { RawState } from './report.js';
import { type NaiveDecision, NaiveHoldOff, type NaiveRule } from './testing/naive-hold-off.js';
import { type Windows, windowsOf } from './windows.js';

// The same stories each time; they were tried with many other seeds.
fc.configureGlobal({ seed: 20261123 });

const RUNS = 1500;

function windowsFrom(rule: NaiveRule): Windows {
  const inSeconds = Object.entries(rule).map(([member, value]) => [
    member,
    member === 'statCreate' || member === 'statRestore' ? value : value / 1000,
  ]);
  return windowsOf({ ...immediate, ...Object.fromEntries(inSeconds) });
}

/** A window from 0 on, and a threshold that it allows. */
const create = fc.oneof(
  fc.constant([0, 0] as const),
  fc.nat({ max: 59 }).map((window) => [window + 1, window + 1] as const),
  fc
    .tuple(fc.integer({ min: 1, max: 60 }), fc.nat())
    .map(([window, some]) => [window, 1 + (some % window)] as const),
);
const restore = fc.oneof(
  fc.constant([0, 0] as const),
  fc.integer({ min: 1, max: 60 }).map((window) => [window, 0] as const),
  fc
    .tuple(fc.integer({ min: 1, max: 60 }), fc.nat())
    .map(([window, some]) => [window, some % window] as const),
);
const statistics = fc.oneof(
  fc.constant([0, 0, 0] as const),
  fc
    .tuple(
      fc.oneof(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 150 })),
      fc.integer({ min: 1, max: 6 }),
      fc.nat(),
    )
    .map(([window, creates, some]) => [window, creates, some % creates] as const),
);
const ruleArbitrary: fc.Arbitrary<NaiveRule> = fc
  .tuple(create, restore, statistics)
  .map(([[createWindow, createThreshold], [restoreWindow, restoreThreshold], [statWindow, most, least]]) => ({
    createWindow,
    createThreshold,
    restoreWindow,
    restoreThreshold,
    statWindow,
    statCreate: most,
    statRestore: least,
  }));

/** Reports and other moments, each some milliseconds after the one before; often several within one. */
type Step = readonly [after: number, what: RawState | 'timer' | 'operator'];
const pause = fc.oneof(
  { weight: 4, arbitrary: fc.nat({ max: 12 }) },
  { weight: 1, arbitrary: fc.nat({ max: 90 }) },
);
const stepsOf = (...others: readonly Step[1][]): fc.Arbitrary<Step[]> =>
  fc.array(fc.tuple(pause, fc.constantFrom<Step[1]>('fault', 'ok', 'fault', 'ok', ...others)), {
    minLength: 1,
    maxLength: 30,
  });

function naively(rule: NaiveRule, steps: readonly Step[], end: number): readonly NaiveDecision[] {
  const naive = new NaiveHoldOff(rule);
  for (const [after, what] of steps) {
    naive.liveTo(naive.now + after);
    if (what === 'operator') naive.operatorClears();
    else if (what !== 'timer') naive.hear(what);
  }
  naive.liveTo(naive.now + end);
  return naive.decisions;
}

/** Two rules, one after the other; the history reaches back as far as either needs. */
function withChange(
  before: NaiveRule,
  after: NaiveRule,
  earlier: readonly Step[],
  later: readonly Step[],
): readonly NaiveDecision[] {
  const horizonMs = Math.max(windowsFrom(before).horizonMs, windowsFrom(after).horizonMs);
  const decisions: Decision[] = [];
  let state: HoldOffState = atRest;
  let now = 0;
  const take = (settled: Settled) => {
    state = settled.state;
    decisions.push(...settled.decisions);
  };
  const follow = (rule: NaiveRule, steps: readonly Step[]) => {
    for (const [wait, raw] of steps) {
      now += wait;
      if (raw === 'fault' || raw === 'ok') take(hear(state, raw, now, { ...windowsFrom(rule), horizonMs }));
    }
  };
  follow(before, earlier);
  take(settle(state, windowsFrom(before), now));
  take(settle(state, windowsFrom(after), now, now));
  follow(after, later);
  take(settle(state, windowsFrom(after), now + 300));
  return decisions.map(toldAs);
}

const toldAs = ({ at, settled, intermittent }: Decision): NaiveDecision => [
  at,
  settled === 'ok' ? 'clear' : intermittent ? 'raise intermittent' : 'raise',
];

function byHoldOff(rule: NaiveRule, steps: readonly Step[], end: number): readonly NaiveDecision[] {
  const windows = windowsFrom(rule);
  const decisions: Decision[] = [];
  let state: HoldOffState = atRest;
  let now = 0;
  const take = (settled: Settled) => {
    state = settled.state;
    decisions.push(...settled.decisions);
  };
  for (const [after, what] of steps) {
    now += after;
    if (what === 'fault' || what === 'ok') take(hear(state, what, now, windows));
    else take(settle(state, windows, now));
    if (what === 'operator') state = clearedByOperator(state, now);
  }
  take(settle(state, windows, now + end));
  return decisions.map(toldAs);
}

describe('the hold-off, held against a millisecond by millisecond model,', () => {
  it.each([
    ['without any window', fc.constant({ ...zero() })],
    ['with a fault without a break', ruleArbitrary.map((rule) => ({ ...rule, ...continuous(rule) }))],
    [
      'with fault time within sliding windows',
      ruleArbitrary.map((rule) => ({ ...rule, statWindow: 0, statCreate: 0, statRestore: 0 })),
    ],
    ['with statistics and everything else', ruleArbitrary],
  ])('raises and clears at the same instants %s', (_, rules) => {
    fc.assert(
      fc.property(rules, stepsOf('timer'), (rule, steps) => {
        expect(byHoldOff(rule, steps, 300)).toEqual(naively(rule, steps, 300));
      }),
      { numRuns: RUNS },
    );
  });

  it('decides at the moment of a change of the rule what the new one makes of the past', () => {
    const rule = ruleArbitrary.map((each) => ({ ...each, statWindow: 0, statCreate: 0, statRestore: 0 }));
    fc.assert(
      fc.property(rule, rule, stepsOf(), stepsOf(), (before, after, earlier, later) => {
        const naive = new NaiveHoldOff(before);
        const follow = (steps: readonly Step[]) => {
          for (const [wait, raw] of steps) {
            naive.liveTo(naive.now + wait);
            if (raw === 'fault' || raw === 'ok') naive.hear(raw);
          }
        };
        follow(earlier);
        naive.changeRule(after);
        follow(later);
        naive.liveTo(naive.now + 300);
        expect(withChange(before, after, earlier, later)).toEqual(naive.decisions);
      }),
      { numRuns: RUNS },
    );
  });

  it('stays quiet after a clear by an operator until the next ok', () => {
    fc.assert(
      fc.property(ruleArbitrary, stepsOf('operator'), (rule, steps) => {
        expect(byHoldOff(rule, steps, 300)).toEqual(naively(rule, steps, 300));
      }),
      { numRuns: RUNS },
    );
  });

  it('knows beforehand what comes next if the device says nothing more', () => {
    fc.assert(
      fc.property(ruleArbitrary, stepsOf(), (rule, steps) => {
        const windows = windowsFrom(rule);
        let state = atRest;
        let now = 0;
        for (const [after, raw] of steps) {
          now += after;
          if (raw === 'fault' || raw === 'ok') ({ state } = hear(state, raw, now, windows));
        }
        const next = nextDecision(state, windows);
        const alone = naively(rule, steps, 400).filter(([at]) => at > now);
        expect(next === undefined ? [] : [toldAs(next)]).toEqual(alone);
      }),
      { numRuns: RUNS },
    );
  });

  it('decides the same, with the same state, however often time is let pass in between', () => {
    fc.assert(
      fc.property(ruleArbitrary, stepsOf('timer'), (rule, steps) => {
        const busy = steps.flatMap(([after, what]): Step[] => [
          ...Array.from({ length: after }, (): Step => [1, 'timer']),
          [0, what],
        ]);
        expect(byHoldOff(rule, busy, 300)).toEqual(byHoldOff(rule, steps, 300));
      }),
      { numRuns: 300 },
    );
  });
});

function zero(): NaiveRule {
  return {
    createWindow: 0,
    createThreshold: 0,
    restoreWindow: 0,
    restoreThreshold: 0,
    statWindow: 0,
    statCreate: 0,
    statRestore: 0,
  };
}

function continuous({ createWindow }: NaiveRule): Partial<NaiveRule> {
  return { createThreshold: createWindow, restoreThreshold: 0, statWindow: 0, statCreate: 0, statRestore: 0 };
}

describe('the hold-off', () => {
  const cell = windowsOf(overlay(immediate, { createWindow: 90, restoreWindow: 15 }));
  const link = windowsOf(
    overlay(immediate, { createWindow: 30, createThreshold: 18, restoreWindow: 30, restoreThreshold: 2 }),
  );

  /** Plays seconds and states; tells decisions in seconds. */
  function play(windows: Windows, reports: readonly (readonly [number, RawState])[], until: number) {
    const decisions: Decision[] = [];
    let state = atRest;
    for (const [seconds, raw] of reports) {
      const heard = hear(state, raw, seconds * 1000, windows);
      state = heard.state;
      decisions.push(...heard.decisions);
    }
    decisions.push(...settle(state, windows, until * 1000).decisions);
    return decisions.map(({ settled, at, intermittent }) => [at / 1000, settled, intermittent]);
  }

  it('raises a cell that was down for 90 s and clears it after 15 s up', () => {
    expect(
      play(
        cell,
        [
          [0, 'fault'],
          [200, 'ok'],
        ],
        300,
      ),
    ).toEqual([
      [90, 'fault', false],
      [215, 'ok', false],
    ]);
  });

  it('stays quiet when the fault ends within the window', () => {
    expect(
      play(
        cell,
        [
          [0, 'fault'],
          [89.999, 'ok'],
        ],
        300,
      ),
    ).toEqual([]);
  });

  it('is not extended by a repeat', () => {
    expect(
      play(
        cell,
        [
          [0, 'fault'],
          [60, 'fault'],
          [89, 'fault'],
        ],
        90,
      ),
    ).toEqual([[90, 'fault', false]]);
  });

  it('begins anew when a fault comes back within the restore window', () => {
    expect(
      play(
        cell,
        [
          [0, 'fault'],
          [100, 'ok'],
          [110, 'fault'],
          [120, 'ok'],
        ],
        300,
      ),
    ).toEqual([
      [90, 'fault', false],
      [135, 'ok', false],
    ]);
  });

  it('adds up the fault time of a link that comes and goes', () => {
    const flapping = [0, 5, 10, 15, 20, 25, 30].flatMap(
      (second) =>
        [
          [second, 'fault'],
          [second + 4, 'ok'],
        ] as const,
    );
    expect(play(link, flapping, 70)).toEqual([
      [22, 'fault', false],
      [62, 'ok', false],
    ]);
  });

  it('raises at once after 10 faults of a moment within the statistics window, and clears when 3 are left', () => {
    const windows = windowsOf(
      overlay(immediate, { createWindow: 90, statWindow: 60, statCreate: 10, statRestore: 3 }),
    );
    const moments = Array.from(
      { length: 10 },
      (_, i) =>
        [
          [i * 2, 'fault'],
          [i * 2 + 1, 'ok'],
        ] as const,
    );
    expect(play(windows, moments.flat(), 200)).toEqual([
      [18, 'fault', true],
      [72, 'ok', false],
    ]);
  });

  it('decides at once with realTime, whatever the other members say', () => {
    const rule = { createWindow: 90, restoreWindow: 15, statWindow: 60, statCreate: 1, statRestore: 0 };
    const windows = windowsOf(overlay(immediate, { ...rule, realTime: true }));
    expect(
      play(
        windows,
        [
          [0, 'fault'],
          [1, 'ok'],
          [2, 'fault'],
        ],
        2,
      ),
    ).toEqual([
      [0, 'fault', false],
      [1, 'ok', false],
      [2, 'fault', false],
    ]);
  });

  it('takes an event that is older than the last decision as of that instant', () => {
    const raised = settle(hear(atRest, 'fault', 0, cell).state, cell, 95_000).state;
    expect(heardAt(raised, 85_000)).toBe(90_000);
    const ok = hear(raised, 'ok', 85_000, cell);
    expect(nextDecision(ok.state, cell)).toMatchObject({ settled: 'ok', at: 105_000 });
    const cleared = settle(ok.state, cell, 110_000).state;
    expect(hear(cleared, 'fault', 100_000, cell).state.since).toBe(105_000);
  });

  it('takes an event that is older than the last transition as of that instant', () => {
    const { state } = hear(atRest, 'fault', 10_000, cell);
    expect(hear(state, 'ok', 4_000, cell).state.since).toBe(10_000);
  });

  it('takes an event that is older than a clear by an operator as of that instant', () => {
    const raised = settle(hear(atRest, 'fault', 0, cell).state, cell, 95_000).state;
    expect(hear(clearedByOperator(raised, 99_000), 'ok', 98_000, cell).state.since).toBe(99_000);
  });

  it('decides at the moment at which new windows come into force what they make of the past', () => {
    const { state } = hear(atRest, 'fault', 1_000, cell);
    const shorter = windowsOf(overlay(immediate, { createWindow: 20 }));
    expect(settle(state, shorter, 60_000, 60_000).decisions).toEqual([
      { settled: 'fault', at: 60_000, intermittent: false },
    ]);
    expect(settle(state, shorter, 60_000, 20_999).decisions[0]?.at).toBe(21_000);
  });

  it('has nothing to remember at rest once late events and its history are past', () => {
    const history = windowsOf(overlay(immediate, { statWindow: 3600, statCreate: 2 }));
    const fault = turn(atRest, 'fault', 5, cell);
    expect(restsAt(fault, cell)).toBeUndefined();
    const ok = turn(fault, 'ok', 9, cell);
    expect(restsAt(ok, cell)).toBe(9 + REMEMBERED_MS);
    expect(restsAt(ok, history)).toBe(9 + 3_600_000);
    expect(restsAt({ ...ok, settled: 'fault' }, cell)).toBeUndefined();
    expect(restsAt(atRest, cell)).toBe(Number.NEGATIVE_INFINITY);
  });
});
