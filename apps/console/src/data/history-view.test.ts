import { expect, test } from 'vitest';
import { historyQuery, readHistory, typesIn } from './history-view.js';

const now = Date.parse('2026-11-28T12:00:00.000Z');

test('at first it is everything that is over, the newest first', () => {
  expect(historyQuery({}, now)).toEqual({ state: 'cleared', sort: '-raisedAt' });
});

test('all that is chosen is asked for', () => {
  const own = {
    ...{ state: 'all', severity: 'major,loud,critical', ack: 'unacknowledged', role: 'root', ne: 'eNB-1' },
    ...{ object: 'Cell=3', type: '29240', q: 'power', sort: '-clearedAt', time: '1h' },
  };
  expect(historyQuery(own, now)).toEqual({
    state: 'all',
    severity: 'critical,major',
    ack: 'unacknowledged',
    role: 'root',
    ne: 'eNB-1',
    object: 'Cell=3',
    alarmId: '29240',
    q: 'power',
    sort: '-clearedAt',
    since: '2026-11-28T11:00:00.000Z',
  });
});

test('an unknown word counts as left out', () => {
  expect(readHistory({ state: 'odd', sort: 'up' })).toMatchObject({ state: 'cleared', sort: '-raisedAt' });
});

test('types are found in what is offered, typed or pasted', () => {
  expect(typesIn('29240 Cell Unavailable')).toBe('29240');
  expect(typesIn('29240, 26122')).toBe('29240,26122');
  expect(typesIn('cell')).toBe('');
});
