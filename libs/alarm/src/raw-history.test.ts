import { describe, expect, it } from 'vitest';
import {
  changed,
  faultBeforeChange,
  faultBegins,
  MAX_PAST,
  type RawHistory,
  reachingBack,
} from './raw-history.js';

const never: RawHistory = { raw: 'ok', since: Number.NEGATIVE_INFINITY, past: [] };

/** Faults and oks in turn, at the given instants. */
function history(horizonMs: number, ...instants: number[]): RawHistory {
  return instants.reduce<RawHistory>(
    (before, at, i) => changed(before, i % 2 === 0 ? 'fault' : 'ok', at, horizonMs),
    never,
  );
}

describe('the raw history', () => {
  it('of a key that never changed has no fault', () => {
    expect(faultBegins(never)).toEqual([]);
    expect(faultBeforeChange(history(100, 50), 100)).toBe(0);
  });

  it('adds up faults within the window only', () => {
    expect(faultBeforeChange(history(100, 0, 10, 50, 70), 100)).toBe(30);
    expect(faultBeforeChange(history(100, 0, 10, 50, 70), 65)).toBe(25);
    expect(faultBeforeChange(history(100, 0, 10, 50, 70, 120), 65)).toBe(15);
  });

  it('forgets what lies beyond the horizon, but not in which state the key was there', () => {
    const long = history(100, 0, 10, 20, 500);
    expect(long.past).toEqual([]);
    expect(faultBeforeChange(long, 100)).toBe(100);
    expect(history(0, 0, 10, 20).past).toEqual([]);
  });

  it('knows when faults began, in fault and when ok', () => {
    expect(faultBegins(history(1000, 0, 10, 50))).toEqual([0, 50]);
    expect(faultBegins(history(1000, 0, 10, 50, 60))).toEqual([0, 50]);
  });

  it('keeps the newest changes of a key that never comes to rest', () => {
    const instants = Array.from({ length: MAX_PAST + 11 }, (_, i) => i * 2);
    const flapping = history(1e9, ...instants);
    expect(flapping.past).toEqual(instants.slice(-MAX_PAST - 1, -1));
    expect(flapping.raw).toBe('fault');
    expect(faultBeforeChange(flapping, 100)).toBe(50);
  });
});

describe('a history that is made to reach back', () => {
  const now = { raw: 'fault', since: 100, past: [] } as const;

  it('takes over what was known earlier', () => {
    const earlier = [
      { state: 'fault', at: 10 },
      { state: 'ok', at: 20 },
    ] as const;
    expect(reachingBack(now, earlier)).toEqual({ raw: 'fault', since: 100, past: [10, 20] });
  });

  it('has no change twice', () => {
    const overlapping = [
      { state: 'fault', at: 10 },
      { state: 'ok', at: 20 },
      { state: 'fault', at: 99 },
      { state: 'ok', at: 120 },
    ] as const;
    expect(reachingBack(now, overlapping)).toEqual({ raw: 'fault', since: 100, past: [10, 20] });
    expect(reachingBack({ raw: 'ok', since: 120, past: [100] }, overlapping.slice(0, 2)).past).toEqual([
      10, 20, 100,
    ]);
  });

  it('knows apart several changes of one instant', () => {
    const earlier = [
      { state: 'fault', at: 100 },
      { state: 'ok', at: 100 },
    ] as const;
    expect(reachingBack({ raw: 'ok', since: 100, past: [] }, earlier).past).toEqual([100]);
    expect(reachingBack({ raw: 'ok', since: 100, past: [100] }, earlier).past).toEqual([100]);
  });

  it('of a key that was at rest ends with its last change', () => {
    const rest = { raw: 'ok', since: Number.NEGATIVE_INFINITY, past: [] } as const;
    const earlier = [
      { state: 'fault', at: 10 },
      { state: 'ok', at: 20 },
    ] as const;
    expect(reachingBack(rest, earlier)).toEqual({ raw: 'ok', since: 20, past: [10] });
    expect(reachingBack(rest, [])).toBe(rest);
  });
});
