import { expect, test } from 'vitest';
import { terminalLine } from './omc-log.mjs';

const line = (entry) => JSON.stringify(entry);

test('shows the message of a log line and marks what is wrong', () => {
  expect(terminalLine(line({ level: 30, msg: 'ready' }), 30)).toBe('ready');
  expect(terminalLine(line({ level: 40, msg: 'slow' }), 40)).toBe('warning: slow');
  expect(terminalLine(line({ level: 50, msg: 'broken', err: { message: 'disk full' } }), 40)).toBe(
    'error: broken (disk full)',
  );
});

test('leaves out what is below the level', () => {
  expect(terminalLine(line({ level: 30, msg: 'ready' }), 40)).toBeUndefined();
});

test.each(['Error: no log line', '{"a":1}', 'null', ''])(
  'shows %j, which is no log line, as it is',
  (text) => {
    expect(terminalLine(text, 40)).toBe(text);
  },
);
