import { expect, it } from 'vitest';
import { RateLimit } from './rate-limit.js';

it('lets a burst through, then as many as the rate says', () => {
  let now = 0;
  const limit = new RateLimit({ perSecond: 2, burst: 3 }, () => now);
  expect([1, 2, 3, 4].map(() => limit.take('a'))).toEqual([0, 0, 0, 1]);
  now = 500;
  expect([1, 2].map(() => limit.take('a'))).toEqual([0, 1]);
  expect(limit.take('b')).toBe(0);
  now = 1_000_000;
  expect([1, 2, 3, 4].map(() => limit.take('a'))).toEqual([0, 0, 0, 1]);
});

it('tells how long to wait where the rate is less than one a second', () => {
  const limit = new RateLimit({ perSecond: 0.1, burst: 1 }, () => 0);
  expect([limit.take('a'), limit.take('a')]).toEqual([0, 10]);
});

it('limits nothing at rate 0', () => {
  const limit = new RateLimit({ perSecond: 0, burst: 0 }, () => 0);
  expect(Array.from({ length: 1000 }, () => limit.take('a')).every((wait) => wait === 0)).toBe(true);
});

it('forgets whoever has not asked for the longest time, beyond 10,000', () => {
  const limit = new RateLimit({ perSecond: 1, burst: 1 }, () => 0);
  limit.take('first');
  for (let i = 1; i < 10_000; i++) limit.take(`other-${i}`);
  expect(limit.take('first')).toBe(1);
  limit.take('one more');
  expect(limit.take('other-1')).toBe(0);
  expect(limit.take('first')).toBe(1);
});
