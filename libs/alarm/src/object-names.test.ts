import { expect, test } from 'vitest';
import { ObjectNames } from './object-names.js';

test('gives back what was said', () => {
  const names = new ObjectNames();
  expect(['Cell=1', '', 'Cell=1'].map((name) => names.same(name))).toEqual(['Cell=1', '', 'Cell=1']);
  expect(names.size).toBe(2);
});

test('forgets names rather than keeping more than it may', () => {
  const names = new ObjectNames(3);
  for (let i = 0; i < 10; i++) {
    expect(names.same(`Cell=${i}`)).toBe(`Cell=${i}`);
    expect(names.size).toBeLessThanOrEqual(3);
  }
});
