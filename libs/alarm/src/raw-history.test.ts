import { describe, expect, it } from 'vitest';
import { changed, faultBeforeChange, faultBegins, MAX_PAST, type RawHistory } from './raw-history.js';

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
