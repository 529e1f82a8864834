import { expect, test } from 'vitest';
import { spanQuery } from './time-spans.js';

test('a day is 24 whole hours, the present one the last', () => {
  expect(spanQuery('day', Date.parse('2026-11-23T14:20:31.500Z'))).toEqual({
    from: '2026-11-22T15:00:00.000Z',
    until: '2026-11-23T15:00:00.000Z',
    by: 'hour',
  });
});

test('a month is 30 whole days', () => {
  const { from, until, by } = spanQuery('month', Date.parse('2026-11-23T14:20:31.500Z'));
  expect(by).toBe('day');
  expect(Date.parse(until) - Date.parse(from)).toBe(30 * 86_400_000);
  expect(Date.parse(until)).toBeGreaterThan(Date.parse('2026-11-23T14:20:31.500Z'));
});
