import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ReadingPace } from './reading-pace.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('lets twenty through in a second, and tells how many came beyond', () => {
  const leftOut: number[] = [];
  const pace = new ReadingPace((count) => leftOut.push(count));
  const shown = (count: number) => Array.from({ length: count }, () => pace.admits()).filter(Boolean).length;
  expect(shown(1_000)).toBe(20);
  expect(leftOut).toEqual([]);
  vi.advanceTimersByTime(1_000);
  expect(leftOut).toEqual([980]);
  expect(shown(20)).toBe(20);
  vi.advanceTimersByTime(1_000);
  expect(shown(21)).toBe(20);
  pace.end();
  expect(leftOut).toEqual([980, 1]);
  expect(vi.getTimerCount()).toBe(0);
});
