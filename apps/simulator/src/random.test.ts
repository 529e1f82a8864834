import { expect, it } from 'vitest';
import { Random } from './random.js';

const draw = (random: Random, count: number) => Array.from({ length: count }, () => random.next());

it('gives the same numbers for the same seed, and others for another', () => {
  expect(draw(new Random(7), 50)).toEqual(draw(new Random(7), 50));
  expect(draw(new Random(7), 5)).not.toEqual(draw(new Random(8), 5));
});

it('spreads its numbers evenly from 0 to below 1', () => {
  const numbers = draw(new Random(1), 20_000);
  expect(numbers.every((number) => number >= 0 && number < 1)).toBe(true);
  expect(numbers.reduce((sum, number) => sum + number, 0) / numbers.length).toBeCloseTo(0.5, 1);
  expect(numbers.filter((number) => number < 0.1).length / numbers.length).toBeCloseTo(0.1, 1);
});

it('picks every member of a list, and refuses an empty one', () => {
  const random = new Random(3);
  expect(new Set(Array.from({ length: 100 }, () => random.pick(['a', 'b', 'c'])))).toEqual(
    new Set(['a', 'b', 'c']),
  );
  expect(() => random.pick([])).toThrow(RangeError);
});

it('forks a source that is not disturbed by further draws of its parent', () => {
  const calm = new Random(5);
  const busy = new Random(5);
  const fork = calm.fork();
  const sameFork = busy.fork();
  draw(busy, 10);
  expect(draw(fork, 10)).toEqual(draw(sameFork, 10));
});
