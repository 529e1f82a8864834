import { expect, test } from 'vitest';
import { MOST_PICKED, Picks } from './picks.js';

test('what is toggled twice is not picked', () => {
  const picks = new Picks();
  picks.toggle('a');
  picks.toggle('b');
  picks.toggle('a');
  expect([...picks.ids()]).toEqual(['b']);
});

test('no more is picked than can be acted on at once', () => {
  const picks = new Picks();
  picks.put(
    Array.from({ length: MOST_PICKED + 5 }, (_, n) => String(n)),
    true,
  );
  expect(picks.ids().size).toBe(MOST_PICKED);
});

test('each change is told with another set, and none where nothing is picked before and after', () => {
  const picks = new Picks();
  let told = 0;
  picks.onChange(() => {
    told += 1;
  });
  picks.clear();
  expect(told).toBe(0);
  const before = picks.ids();
  picks.toggle('a');
  expect(told).toBe(1);
  expect(picks.ids()).not.toBe(before);
});
