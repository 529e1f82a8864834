import { expect, test } from 'vitest';
import { formatDuration } from './duration.js';

test.each([
  [-500, '0s', '0秒'],
  [0, '0s', '0秒'],
  [59_999, '59s', '59秒'],
  [60_000, '1m 00s', '1分 00秒'],
  [3_599_000, '59m 59s', '59分 59秒'],
  [7_500_000, '2h 05m', '2时 05分'],
  [273_600_000, '3d 04h', '3天 04时'],
])('%d ms reads %s and %s', (durationMs, en, zh) => {
  expect(formatDuration(durationMs, 'en')).toBe(en);
  expect(formatDuration(durationMs, 'zh')).toBe(zh);
});
