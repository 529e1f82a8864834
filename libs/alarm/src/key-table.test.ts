import fc from 'fast-check';
import { expect, test } from 'vitest';
import { atRest, type HoldOffState } from './hold-off.js';
import { KeyTable } from './key-table.js';

// The same stories each time; they were tried with many other seeds.
fc.configureGlobal({ seed: 20261123 });

const instant = fc.oneof(fc.integer(), fc.constant(Number.NEGATIVE_INFINITY), fc.double({ noNaN: true }));
const rawState = fc.constantFrom('ok' as const, 'fault' as const);
const stateArbitrary = fc.record({
  raw: rawState,
  since: instant,
  settled: rawState,
  decidedAt: instant,
  quiet: fc.boolean(),
});
type Numbers = Omit<HoldOffState, 'past'>;
const { past: _, ...resting } = atRest;

function stateOf(table: KeyTable, row: number): Numbers {
  return {
    raw: table.raw(row),
    since: table.since(row),
    settled: table.settled(row),
    decidedAt: table.decidedAt(row),
    quiet: table.quiet(row),
  };
}

test('gives each row what was put there, and nothing of the row that was there before', () => {
  const step = fc.record({
    state: stateArbitrary,
    overLink: fc.boolean(),
    resynced: fc.boolean(),
    which: fc.nat(),
    gone: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      const table = new KeyTable();
      const model = new Map<number, Numbers & { overLink: boolean; resynced: boolean }>();
      for (const { state, overLink, resynced, which, gone } of steps) {
        const row = table.take();
        expect(model.has(row)).toBe(false);
        expect({ ...stateOf(table, row), reports: table.reports(row), place: table.place(row) }).toEqual({
          ...resting,
          reports: 0,
          place: -1,
        });
        table.put(row, state);
        table.setOverLink(row, overLink);
        table.setResynced(row, resynced);
        model.set(row, { ...state, overLink, resynced });
        const victim = [...model.keys()][which % model.size];
        if (!gone || victim === undefined) continue;
        table.giveBack(victim);
        model.delete(victim);
      }
      for (const [row, { overLink, resynced, ...state }] of model) {
        expect(stateOf(table, row)).toEqual(state);
        expect([table.overLink(row), table.resynced(row)]).toEqual([overLink, resynced]);
      }
    }),
  );
});

test('keeps what it has when it grows', () => {
  const table = new KeyTable();
  const rows = Array.from({ length: 5000 }, (_, i) => {
    const row = table.take();
    table.put(row, { ...resting, raw: 'fault', since: i });
    table.setReports(row, i);
    return row;
  });
  expect(new Set(rows).size).toBe(5000);
  for (const [i, row] of rows.entries())
    expect([table.raw(row), table.since(row), table.reports(row)]).toEqual(['fault', i, i]);
});
