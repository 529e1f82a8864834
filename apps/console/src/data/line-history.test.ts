import { expect, test } from 'vitest';
import { enter, historyOf, recall, shownLine } from './line-history.js';

test('goes back through the lines, and forth to what was being written', () => {
  let history = enter(enter(historyOf([]), 'one'), 'two');
  history = recall(history, 'thr', -1);
  expect(shownLine(history)).toBe('two');
  history = recall(history, 'two', -1);
  history = recall(history, 'one', -1);
  expect(shownLine(history)).toBe('one');
  history = recall(recall(history, 'one', 1), 'two', 1);
  expect(shownLine(history)).toBe('thr');
});

test('keeps the same line once, and 200 at the most', () => {
  expect(enter(historyOf(['one']), 'one').lines).toEqual(['one']);
  let history = historyOf([]);
  for (let n = 0; n < 300; n += 1) history = enter(history, String(n));
  expect(history.lines).toHaveLength(200);
  expect(history.lines.at(-1)).toBe('299');
});
