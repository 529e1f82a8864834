import { expect, test } from 'vitest';
import { rangeQuery, readRange } from './time-range.js';

const now = Date.parse('2026-11-28T12:00:00.000Z');

test('a preset reaches from so long ago to whatever comes', () => {
  expect(rangeQuery(readRange({ time: '24h' }), now)).toEqual({ since: '2026-11-27T12:00:00.000Z' });
});

test('a range of ones own may be open at either end', () => {
  const until = new Date(2026, 10, 20, 4, 5).toISOString();
  expect(rangeQuery(readRange({ time: 'own', until: '2026-11-20T04:05' }), now)).toEqual({ until });
  expect(rangeQuery(readRange({ time: 'own', since: 'yesterday' }), now)).toEqual({});
});

test('an unknown name is any time', () => {
  expect(rangeQuery(readRange({ time: 'soon', since: '2026-11-20T04:05' }), now)).toEqual({});
});
