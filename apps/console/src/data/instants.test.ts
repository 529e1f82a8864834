import { expect, test } from 'vitest';
import { formatClock, formatLocal, formatWithOffset } from './instants.js';

const at = new Date(2026, 10, 23, 4, 5, 6, 78).getTime();

test('a local instant is written to the second', () => {
  expect(formatLocal(at)).toBe('2026-11-23 04:05:06');
  expect(formatClock(at)).toBe('04:05:06');
});

test('the exact form names the same instant, with milliseconds and an offset', () => {
  const text = formatWithOffset(at);
  expect(text).toMatch(/^2026-11-23T04:05:06\.078[+-]\d\d:\d\d$/);
  expect(Date.parse(text)).toBe(at);
});
