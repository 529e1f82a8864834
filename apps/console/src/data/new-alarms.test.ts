import { expect, test } from 'vitest';
import { NewAlarms } from './new-alarms.js';

const alarm = (id: string, second: number) => ({ id, raisedAt: `2026-11-28T12:00:0${second}.000Z` });

test('what is there at first is not new, what is raised after it is, once', () => {
  const fresh = new NewAlarms();
  expect(fresh.of([alarm('a', 1)])).toEqual([]);
  expect(fresh.of([alarm('b', 2), alarm('a', 1)])).toEqual([alarm('b', 2)]);
  expect(fresh.of([alarm('b', 2)])).toEqual([]);
});

test('an older one that comes into the window is not new', () => {
  const fresh = new NewAlarms();
  fresh.of([alarm('b', 5)]);
  expect(fresh.of([alarm('old', 3)])).toEqual([]);
});

test('in a quiet network the first alarm of all is new', () => {
  const fresh = new NewAlarms();
  fresh.of([]);
  expect(fresh.of([alarm('a', 1)])).toHaveLength(1);
});
