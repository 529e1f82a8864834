import { overlay } from '@omc/alarm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeFilterRule } from './merge-filter-rule.js';

const stored = {
  createWindow: 30,
  createThreshold: 18,
  restoreWindow: 30,
  restoreThreshold: 2,
  statWindow: 60,
};

const seconds = fc.integer({ min: 0, max: 100 });
const rule = fc.record(
  {
    createWindow: seconds,
    createThreshold: seconds,
    restoreWindow: seconds,
    restoreThreshold: seconds,
    statWindow: seconds,
    realTime: fc.boolean(),
  },
  { requiredKeys: [] },
);

describe('setting members of a filter', () => {
  it('changes what is named and keeps the rest', () => {
    expect(mergeFilterRule(stored, { createThreshold: 20, statRestore: 1 })).toEqual({
      ...stored,
      createThreshold: 20,
      statRestore: 1,
    });
  });

  it('leaves a threshold to its default where only its window is named', () => {
    const base = { ...overlayBase, createThreshold: 5, restoreThreshold: 5 };
    const merged = mergeFilterRule(stored, { createWindow: 40, restoreWindow: 50 });
    expect(merged).toEqual({ createWindow: 40, restoreWindow: 50, statWindow: 60 });
    expect(overlay(base, merged)).toMatchObject({ createThreshold: 40, restoreThreshold: 0 });
  });

  it('has what was named in it, whatever was stored', () => {
    fc.assert(
      fc.property(rule, rule, (before, named) => {
        expect(mergeFilterRule(before, named)).toMatchObject(named);
      }),
    );
  });

  it('does nothing where nothing is named', () => {
    fc.assert(
      fc.property(rule, (before) => {
        expect(mergeFilterRule(before, {})).toEqual(before);
      }),
    );
  });
});

const overlayBase = {
  createWindow: 9,
  createThreshold: 9,
  restoreWindow: 9,
  restoreThreshold: 0,
  statWindow: 0,
  statCreate: 0,
  statRestore: 0,
  realTime: false,
};
