import { describe, expect, it } from 'vitest';
import { advisedWindows, type TriedWindows } from './advised-windows.js';
import { candidateWindows, ruleOfCandidate } from './candidate-windows.js';
import { type FilterRule, faultsOf, immediate, overlay } from './filter.js';
import { FilterAdvice, type FilterAdviceResult } from './filter-advice.js';
import { DurationPercentiles } from './percentiles.js';
import { windowsOf } from './windows.js';

const S = 1000;
const key = { ne: 'eNB-1', object: 'Cell=1', alarmId: 29240 };
const time = { readFromAt: 0, fromAt: 0, untilAt: 1_000_000 * S };
const windows = (rule: FilterRule) => windowsOf(overlay(immediate, rule));

function advised(
  pairs: readonly (readonly [number, number])[],
  inForce: FilterRule = { createWindow: 90, restoreWindow: 15 },
): FilterAdviceResult {
  const advice = new FilterAdvice(time, () => ({
    inForce: windows(inForce),
    candidates: candidateWindows.map((candidate) => windows(ruleOfCandidate(candidate))),
  }));
  for (const [from, to] of pairs) {
    advice.take({ ...key, kind: 'transition', at: from * S, state: 'fault' });
    advice.take({ ...key, kind: 'transition', at: to * S, state: 'ok' });
  }
  return advice.end();
}

/** Forty flickers of 4 s and ten outages of 500 s, far apart. */
const flickering = [
  ...Array.from({ length: 40 }, (_, i) => [1_000 * i, 1_000 * i + 4] as const),
  ...Array.from({ length: 10 }, (_, i) => [100_000 + 1_000 * i, 100_500 + 1_000 * i] as const),
];

describe('advice', () => {
  it('suggests the window behind which longer ones bring nothing more', () => {
    const { faults, rows } = advised(flickering);
    expect(faults).toBe(50);
    expect(rows).toEqual([
      {
        ...{ createWindow: 0, restoreWindow: 0, alarms: 50, meanDelayMs: 0, longestHiddenMs: 0 },
        suggested: false,
      },
      {
        ...{ createWindow: 5, restoreWindow: 0, alarms: 10, meanDelayMs: 5 * S, longestHiddenMs: 4 * S },
        suggested: true,
      },
    ]);
  });

  it('suggests to wait with the end where alarms come back at once', () => {
    const chattering = Array.from({ length: 100 }, (_, i) => [1_000 + 12 * i, 1_009 + 12 * i] as const);
    const [first, second] = advised(chattering).rows;
    expect(first).toMatchObject({ createWindow: 0, restoreWindow: 0, alarms: 100, suggested: false });
    expect(second).toMatchObject({ createWindow: 0, restoreWindow: 5, alarms: 1, suggested: true });
  });

  it('says what the filter in force makes of it, and how long faults and the times between them are', () => {
    const { inForce, faultDurations, okDurations } = advised(flickering, { createWindow: 600 });
    expect(inForce).toMatchObject({ raised: 0, hidden: 50, longestHidden: { durationMs: 500 * S } });
    expect(faultDurations).toEqual({ p50: 4 * S, p90: 500 * S, p99: 500 * S });
    expect(okDurations.p50).toBe(996 * S);
  });

  it('of nothing is to wait for nothing', () => {
    expect(advised([])).toMatchObject({
      ...{ keys: 0, faults: 0, faultDurations: { p50: undefined } },
      rows: [{ createWindow: 0, restoreWindow: 0, alarms: 0, meanDelayMs: undefined, suggested: true }],
    });
  });

  it('considers only filters that may be set', () => {
    for (const candidate of candidateWindows)
      expect(faultsOf(overlay(immediate, ruleOfCandidate(candidate)))).toEqual([]);
  });
});

describe('the rows of advice', () => {
  /** Each window saves a bit more, the long ones ever less. */
  const tried: TriedWindows[] = candidateWindows.map(({ createWindow, restoreWindow }) => ({
    ...{ createWindow, restoreWindow, meanDelayMs: createWindow * S, longestHiddenMs: 0 },
    alarms: Math.round(10_000 / (1 + createWindow / 20) + 1_000 / (1 + restoreWindow / 20)),
  }));

  it('are twelve at the most, from most alarms to least, one of them suggested', () => {
    const rows = advisedWindows(tried);
    expect(rows).toHaveLength(12);
    expect(rows.map(({ alarms }) => alarms)).toEqual(rows.map(({ alarms }) => alarms).sort((a, b) => b - a));
    expect(rows[0]).toMatchObject({ createWindow: 0, restoreWindow: 0 });
    expect(rows.at(-1)).toMatchObject({ createWindow: 300, restoreWindow: 60 });
    expect(rows.filter(({ suggested }) => suggested)).toMatchObject([{ createWindow: 60, restoreWindow: 5 }]);
  });

  it('suggest to wait for nothing where waiting saves too little', () => {
    const outages = tried.map((one) => ({ ...one, alarms: 1_000 - one.createWindow }));
    expect(advisedWindows(outages).find((row) => row.suggested)).toMatchObject({
      ...{ createWindow: 0, restoreWindow: 0 },
    });
  });

  it('never suggest to come more than two minutes late, whatever that saves', () => {
    const late = tried.map((one) => ({
      ...one,
      alarms: one.createWindow > 120 ? 0 : 1_000 - 5 * one.createWindow,
    }));
    const suggested = advisedWindows(late).find((row) => row.suggested);
    expect(suggested?.createWindow).toBe(120);
  });
});

describe('percentiles', () => {
  it('are durations that occurred, at most half a percent above the true ones', () => {
    const durations = new DurationPercentiles();
    for (let i = 1_000; i >= 1; i -= 1) durations.add(i * i);
    const { p50 = 0, p90 = 0, p99 = 0 } = durations.percentiles;
    for (const [found, exact] of [
      [p50, 500 ** 2],
      [p90, 900 ** 2],
      [p99, 990 ** 2],
    ] as const) {
      expect(Math.sqrt(found) % 1).toBe(0);
      expect(found / exact).toBeGreaterThanOrEqual(1);
      expect(found / exact).toBeLessThan(1.005);
    }
  });

  it('count durations of nothing, too', () => {
    const durations = new DurationPercentiles();
    for (const ms of [0, 0, 7]) durations.add(ms);
    expect(durations.percentiles).toEqual({ p50: 0, p90: 7, p99: 7 });
  });
});
