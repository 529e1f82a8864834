import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ClockEstimate, correct, offsetOf, readClock, unknownClock } from './clock-offset.js';

/** Handshakes a minute apart, each with the NE's offset and the delays there and back. */
function estimateOf(trips: readonly { offset: number; there: number; back: number }[]): ClockEstimate {
  return trips.reduce((estimate, { offset, there, back }, index) => {
    const sentAt = 1_000_000 + index * 60_000;
    return readClock(estimate, sentAt + there + offset, sentAt, sentAt + there + back);
  }, unknownClock);
}

describe('the clock offset', () => {
  it('is unknown before the first reading, and times are taken as they are', () => {
    expect(offsetOf(unknownClock)).toBeUndefined();
    expect(correct(unknownClock, 5000, 9000)).toBe(5000);
  });

  it('is what the quickest round trip says', () => {
    const estimate = estimateOf([
      { offset: 2000, there: 300, back: 0 },
      { offset: 2000, there: 5, back: 5 },
      { offset: 2000, there: 0, back: 400 },
    ]);
    expect(offsetOf(estimate)).toBe(2000);
    expect(correct(estimate, 12_000, 99_000)).toBe(10_000);
  });

  it('is never further from the truth than half of the quickest round trip', () => {
    const delay = fc.integer({ min: 0, max: 2000 });
    const trip = fc.record({ there: delay, back: delay });
    fc.assert(
      fc.property(fc.integer(), fc.array(trip, { minLength: 1, maxLength: 8 }), (offset, trips) => {
        const estimate = estimateOf(trips.map((each) => ({ ...each, offset })));
        const quickest = Math.min(...trips.map(({ there, back }) => there + back));
        const error = Math.abs((offsetOf(estimate) ?? 0) - offset);
        expect(error).toBeLessThanOrEqual(Math.max(50, quickest + 1));
      }),
    );
  });

  it.each([49, -49])('of %i ms counts as none', (offset) => {
    expect(offsetOf(estimateOf([{ offset, there: 1, back: 1 }]))).toBe(0);
  });

  it.each([50, -50, -3_600_000])('of %i ms counts', (offset) => {
    expect(offsetOf(estimateOf([{ offset, there: 1, back: 1 }]))).toBe(offset);
  });

  it('is none where the answer only waited', () => {
    expect(offsetOf(estimateOf([{ offset: 0, there: 0, back: 3000 }]))).toBe(0);
    expect(offsetOf(estimateOf([{ offset: 0, there: 3000, back: 0 }]))).toBe(0);
  });

  it('never puts an event into the future, nor before 1970', () => {
    const slow = estimateOf([{ offset: -5000, there: 1, back: 1 }]);
    expect(correct(slow, 7000, 8000)).toBe(8000);
    const fast = estimateOf([{ offset: 5000, there: 1, back: 1 }]);
    expect(correct(fast, 1000, 8000)).toBe(0);
  });

  it('follows a clock that is stepped at once', () => {
    const steady = { offset: 0, there: 1, back: 1 };
    expect(offsetOf(estimateOf([steady, steady, { offset: 7000, there: 20, back: 20 }]))).toBe(7000);
  });

  it('follows a clock that drifts within eight handshakes', () => {
    const quick = { offset: 0, there: 1, back: 1 };
    const drifting = Array.from({ length: 8 }, (_, index) => ({
      offset: (index + 1) * 10,
      there: 20,
      back: 20,
    }));
    expect(offsetOf(estimateOf([quick, ...drifting]))).toBeGreaterThanOrEqual(50);
  });
});
