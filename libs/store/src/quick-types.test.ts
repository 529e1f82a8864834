import { types } from 'pg';
import { expect, test } from 'vitest';
import { quickTypes } from './quick-types.js';

const { TIMESTAMPTZ, INT4 } = types.builtins;

test.each([
  '2026-11-23 22:21:20.123+00',
  '2026-11-23 22:21:20.1+00',
  '2026-11-23 22:21:20+00',
  '2026-11-23 22:21:20.123456+00',
  '2026-11-23 23:51:20.12+01:30',
  '0044-03-15 12:00:00+00 BC',
  'infinity',
])('an instant is read as pg reads it: %s', (text) => {
  expect(quickTypes.getTypeParser(TIMESTAMPTZ, 'text')(text)).toEqual(types.getTypeParser(TIMESTAMPTZ)(text));
});

test('other types are read as pg reads them', () => {
  expect(quickTypes.getTypeParser(INT4, 'text')('7')).toBe(7);
});
