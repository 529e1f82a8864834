import { describe, expect, it } from 'vitest';
import { type Filter, faultsOf, immediate, overlay } from './filter.js';
import { windowsOf } from './windows.js';

const faultyMembers = (filter: Partial<Filter>) =>
  faultsOf({ ...immediate, ...filter }).map(({ member }) => member);

describe('a filter', () => {
  it.each<[string, Partial<Filter>]>([
    ['no window at all', {}],
    ['a fault without a break', { createWindow: 90, createThreshold: 90 }],
    [
      '18 in 30 and 2 in 30',
      { createWindow: 30, createThreshold: 18, restoreWindow: 30, restoreThreshold: 2 },
    ],
    ['a restore window alone', { restoreWindow: 15 }],
    [
      'the longest windows',
      {
        createWindow: 3600,
        createThreshold: 3600,
        restoreWindow: 3600,
        statWindow: 3600,
        statCreate: 1000,
        statRestore: 999,
      },
    ],
    [
      'windows of a millisecond',
      { createWindow: 0.001, createThreshold: 0.001, restoreWindow: 0.002, restoreThreshold: 0.001 },
    ],
    ['counts without a window', { statCreate: 2, statRestore: 5 }],
    ['one fault, none to clear', { statWindow: 60, statCreate: 1 }],
    ['realTime', { realTime: true }],
  ])('may have %s', (_, filter) => {
    expect(faultyMembers(filter)).toEqual([]);
  });

  it.each<[string, Partial<Filter>, (keyof Filter)[]]>([
    ['a negative window', { createWindow: -1 }, ['createWindow']],
    ['a window of more than an hour', { restoreWindow: 3600.001 }, ['restoreWindow']],
    ['a statistics window of more than an hour', { statWindow: 3601 }, ['statWindow']],
    ['a window that is no number', { createWindow: Number.NaN }, ['createWindow']],
    ['an endless window', { statWindow: Number.POSITIVE_INFINITY }, ['statWindow']],
    ['a window without a threshold', { createWindow: 90 }, ['createThreshold']],
    ['a create threshold over its window', { createWindow: 90, createThreshold: 90.5 }, ['createThreshold']],
    ['a negative threshold', { createWindow: 90, createThreshold: -1 }, ['createThreshold']],
    ['a create threshold without a window', { createThreshold: 1 }, ['createThreshold']],
    [
      'a restore threshold as long as its window',
      { restoreWindow: 30, restoreThreshold: 30 },
      ['restoreThreshold'],
    ],
    ['a restore threshold without a window', { restoreThreshold: 1 }, ['restoreThreshold']],
    ['half a count', { statCreate: 1.5 }, ['statCreate']],
    ['a count over 1000', { statRestore: 1001 }, ['statRestore']],
    ['a negative count', { statCreate: -1 }, ['statCreate']],
    ['no count to raise', { statWindow: 60 }, ['statCreate']],
    ['as many to clear as to raise', { statWindow: 60, statCreate: 3, statRestore: 3 }, ['statRestore']],
    [
      'several faults, all told at once',
      {
        createWindow: 90,
        restoreWindow: 5,
        restoreThreshold: 6,
        statWindow: 1,
        statCreate: 1,
        statRestore: 2,
      },
      ['createThreshold', 'restoreThreshold', 'statRestore'],
    ],
    ['faults even where realTime overrides them', { realTime: true, createWindow: 90 }, ['createThreshold']],
  ])('may not have %s', (_, filter, members) => {
    expect(faultyMembers(filter)).toEqual(members);
  });

  it('says what is allowed and what it is', () => {
    expect(faultsOf({ ...immediate, createWindow: 4000 })).toEqual([
      { member: 'createWindow', reason: 'must be 0 to 3600 seconds, is 4000' },
    ]);
    expect(faultsOf({ ...immediate, statWindow: 9, statCreate: 2, statRestore: 2 })).toEqual([
      { member: 'statRestore', reason: 'must be less than statCreate (2), is 2' },
    ]);
    expect(faultsOf({ ...immediate, statWindow: 9 })).toEqual([
      { member: 'statCreate', reason: 'must be at least 1 where statWindow is not 0, is 0' },
    ]);
  });
});

describe('a rule laid over a filter', () => {
  const base: Filter = {
    ...immediate,
    createWindow: 30,
    createThreshold: 18,
    restoreWindow: 30,
    restoreThreshold: 2,
    statWindow: 60,
    statCreate: 5,
    statRestore: 1,
  };

  it('keeps what it leaves out', () => {
    expect(overlay(base, {})).toEqual(base);
    expect(overlay(base, { statCreate: 7 })).toEqual({ ...base, statCreate: 7 });
    expect(overlay(base, { createThreshold: 20 })).toEqual({ ...base, createThreshold: 20 });
  });

  it('brings a threshold that it leaves out beside a window to its default', () => {
    expect(overlay(base, { createWindow: 90 })).toEqual({ ...base, createWindow: 90, createThreshold: 90 });
    expect(overlay(base, { createWindow: 0 })).toEqual({ ...base, createWindow: 0, createThreshold: 0 });
    expect(overlay(base, { restoreWindow: 90 })).toEqual({ ...base, restoreWindow: 90, restoreThreshold: 0 });
  });

  it('can say 0 and off', () => {
    const off = { statWindow: 0, statCreate: 0, statRestore: 0, restoreThreshold: 0, realTime: false };
    expect(overlay({ ...base, realTime: true }, off)).toEqual({ ...base, ...off });
  });
});

describe('the windows of a filter', () => {
  it('are its members in milliseconds', () => {
    const filter = {
      ...immediate,
      createWindow: 0.2,
      createThreshold: 0.1,
      restoreWindow: 1.0005,
      statCreate: 4,
    };
    expect(windowsOf(filter)).toMatchObject({
      createWindowMs: 200,
      createThresholdMs: 100,
      restoreWindowMs: 1001,
      restoreThresholdMs: 0,
      statWindowMs: 0,
      statCreate: 4,
      horizonMs: 200,
      filter,
    });
  });

  it.each<[number, Partial<Filter>]>([
    [0, { createWindow: 90, createThreshold: 90, restoreWindow: 15 }],
    [30_000, { createWindow: 30, createThreshold: 29, restoreWindow: 90 }],
    [40_000, { createWindow: 30, createThreshold: 29, restoreWindow: 40, restoreThreshold: 1 }],
    [60_000, { createWindow: 30, createThreshold: 29, statWindow: 60, statCreate: 1 }],
    [0, { createWindow: 30, createThreshold: 29, statWindow: 60, statCreate: 1, realTime: true }],
  ])('reach back %i ms for %j', (horizonMs, filter) => {
    expect(windowsOf({ ...immediate, ...filter }).horizonMs).toBe(horizonMs);
  });
});
