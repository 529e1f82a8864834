import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { follow, NaiveCounts } from './testing/naive-counts.js';
import { type CountTurn, defaultThresholds, TypeCounts, type TypeThresholds } from './type-counts.js';

const TYPE = 25952;
const raise = (counts: TypeCounts, ne: string, times: number) => {
  for (let i = 0; i < times; i++) counts.raised(ne, TYPE);
};
const clear = (counts: TypeCounts, ne: string, times: number) => {
  for (let i = 0; i < times; i++) counts.cleared(ne, TYPE);
};
const told = (turns: CountTurn[]) =>
  turns.map(({ kind, scope, members }) => `${kind} ${Object.values(scope)[0]} ${members}`);

// The same stories each time; they were tried with many other seeds.
fc.configureGlobal({ seed: 20261123 });

describe('counts of one type', () => {
  it('are told when they pass the threshold, not when they reach it', () => {
    const counts = new TypeCounts(() => defaultThresholds);
    raise(counts, 'a', 20);
    expect(counts.settle()).toEqual([]);
    raise(counts, 'a', 1);
    expect(counts.settle()).toEqual([
      { kind: 'begun', scope: { ne: 'a' }, alarmId: TYPE, members: 21, threshold: 20 },
    ]);
  });

  it('last until they no longer exceed 80 % of the threshold', () => {
    const counts = new TypeCounts(() => defaultThresholds);
    raise(counts, 'a', 21);
    counts.settle();
    clear(counts, 'a', 4);
    expect(told(counts.settle())).toEqual(['changed a 17']);
    clear(counts, 'a', 1);
    expect(told(counts.settle())).toEqual(['ended a 16']);
  });

  it('stay quiet about what came and went within a batch', () => {
    const counts = new TypeCounts(() => defaultThresholds);
    raise(counts, 'a', 30);
    clear(counts, 'a', 30);
    expect(counts.settle()).toEqual([]);
    raise(counts, 'a', 25);
    counts.settle();
    raise(counts, 'a', 1);
    clear(counts, 'a', 1);
    expect(counts.settle()).toEqual([]);
  });

  it('are kept for a subnet too, with the alarms that an NE brings and takes', () => {
    const counts = new TypeCounts(() => defaultThresholds);
    for (let i = 0; i < 6; i++) {
      counts.place(`ne-${i}`, 'Subnet=1');
      raise(counts, `ne-${i}`, 18);
    }
    expect(told(counts.settle())).toEqual(['begun Subnet=1 108']);
    counts.place('ne-0', 'Subnet=2');
    expect(told(counts.settle())).toEqual(['changed Subnet=1 90']);
    counts.place('ne-1', undefined);
    expect(told(counts.settle())).toEqual(['ended Subnet=1 72']);
  });

  it('go by other thresholds at once', () => {
    let thresholds: TypeThresholds = defaultThresholds;
    const counts = new TypeCounts(() => thresholds);
    raise(counts, 'a', 10);
    counts.settle();
    thresholds = { ne: 9, subnet: 100 };
    counts.rethink(TYPE);
    expect(told(counts.settle())).toEqual(['begun a 10']);
    thresholds = { ne: 13, subnet: 100 };
    counts.rethink(TYPE);
    expect(told(counts.settle())).toEqual(['ended a 10']);
  });

  it('go on after a restart where they still exceed 80 %, else end', () => {
    const counts = new TypeCounts(() => defaultThresholds);
    raise(counts, 'a', 17);
    raise(counts, 'b', 16);
    counts.resume({ ne: 'a' }, TYPE, 17);
    counts.resume({ ne: 'b' }, TYPE, 18);
    counts.resume({ subnet: 'gone' }, TYPE, 120);
    expect(told(counts.settle()).sort()).toEqual(['ended b 16', 'ended gone 0']);
  });

  it('agree with counting all alarms anew', () => {
    const NES = ['a', 'b', 'c'] as const;
    const step = fc.record({
      what: fc.constantFrom('raise', 'raise', 'raise', 'clear', 'place', 'settle'),
      ne: fc.constantFrom(...NES),
      alarmId: fc.constantFrom(1, 2),
      subnet: fc.constantFrom('x', 'y', undefined),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 30, maxLength: 150 }), (steps) => {
        const thresholds = { ne: 3, subnet: 5 };
        const counts = new TypeCounts(() => thresholds);
        const naive = new NaiveCounts(thresholds);
        const shown = new Map<string, number>();
        const play = {
          raise: ({ ne, alarmId }: (typeof steps)[number]) => {
            counts.raised(ne, alarmId);
            naive.raised(ne, alarmId);
          },
          clear: ({ ne, alarmId }: (typeof steps)[number]) => {
            if (naive.cleared(ne, alarmId)) counts.cleared(ne, alarmId);
          },
          place: ({ ne, subnet }: (typeof steps)[number]) => {
            counts.place(ne, subnet);
            naive.place(ne, subnet);
          },
          settle: () => {
            follow(counts.settle(), shown);
            naive.settle(NES, ['x', 'y'], [1, 2]);
            expect(shown).toEqual(naive.beyond);
          },
        };
        for (const one of steps) play[one.what](one);
        play.settle();
      }),
    );
  });
});
