import { expect, test } from 'vitest';
import { anAlarm } from '../testing/an-alarm.js';
import {
  everythingActive,
  filterOf,
  filterQueryOf,
  isCutOff,
  listQueryOf,
  outlivesWindow,
  requestOf,
} from './alarm-view.js';

const history = { ...everythingActive, state: 'cleared' as const };
const cleared = anAlarm('a', { state: 'cleared' });

test('what is active is asked for whole, from the cursor', () => {
  expect(requestOf(everythingActive, 'c1')).toEqual({
    filter: { state: 'active', shelved: 'false' },
    cursor: 'c1',
  });
});

test('a page by REST names severities in one list and leaves out what does not restrict', () => {
  expect(listQueryOf({ ...history, severity: ['critical', 'major'] })).toEqual({
    state: 'cleared',
    severity: 'critical,major',
    shelved: 'false',
    sort: '-raisedAt',
    limit: 1000,
  });
});

test('an alarm that no longer is active leaves the active list', () => {
  expect(outlivesWindow(everythingActive, cleared)).toBe(false);
});

test('an alarm that newer ones push out of the history stays on screen', () => {
  expect(outlivesWindow(history, cleared)).toBe(true);
  expect(outlivesWindow({ ...history, role: ['root'] }, cleared)).toBe(false);
  expect(outlivesWindow({ ...history, severity: ['minor'] }, cleared)).toBe(false);
});

test('what is cleared leaves the current view once somebody has acknowledged it', () => {
  const current = { ...everythingActive, state: 'current' as const };
  expect(outlivesWindow(current, cleared)).toBe(true);
  const acknowledged = anAlarm('a', { state: 'cleared', ack: { state: 'acknowledged' } });
  expect(outlivesWindow(current, acknowledged)).toBe(false);
});

test('both states of acknowledgement are no restriction', () => {
  expect(filterOf({ ...everythingActive, ack: ['unacknowledged'] })).toHaveProperty('ack', 'unacknowledged');
  expect(filterOf({ ...everythingActive, ack: ['unacknowledged', 'acknowledged'] })).not.toHaveProperty(
    'ack',
  );
});

test('places, which may have commas in their names, are asked for one by one', () => {
  const query = filterQueryOf({ ...everythingActive, site: ['Region=1,Site=7', 'Site=8'], ne: 'a,b' });
  expect(query).toMatchObject({ site: ['Region=1,Site=7', 'Site=8'], ne: 'a,b' });
});

test('only the history can be cut off', () => {
  expect(isCutOff(everythingActive, 20_000, null)).toBe(false);
  expect(isCutOff(history, 1000, null)).toBe(true);
  expect(isCutOff(history, 999, null)).toBe(false);
  expect(isCutOff(history, 1500, 1500)).toBe(false);
});
