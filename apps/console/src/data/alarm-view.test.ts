import { expect, test } from 'vitest';
import { anAlarm } from '../testing/an-alarm.js';
import { everythingActive, isCutOff, listQueryOf, outlivesWindow, requestOf } from './alarm-view.js';

const history = { ...everythingActive, state: 'cleared' as const };
const cleared = anAlarm('a', { state: 'cleared' });

test('what is active is asked for whole, from the cursor', () => {
  expect(requestOf(everythingActive, 'c1')).toEqual({ filter: { state: 'active' }, cursor: 'c1' });
});

test('a page by REST names severities in one list and leaves out what does not restrict', () => {
  expect(listQueryOf({ ...history, severity: ['critical', 'major'] })).toEqual({
    state: 'cleared',
    severity: 'critical,major',
    ne: undefined,
    q: undefined,
    sort: '-raisedAt',
    limit: 1000,
  });
});

test('an alarm that no longer is active leaves the active list', () => {
  expect(outlivesWindow(everythingActive, cleared)).toBe(false);
});

test('an alarm that newer ones push out of the history stays on screen', () => {
  expect(outlivesWindow(history, cleared)).toBe(true);
  expect(outlivesWindow({ ...history, ne: 'eNB-2' }, cleared)).toBe(false);
  expect(outlivesWindow({ ...history, severity: ['minor'] }, cleared)).toBe(false);
});

test('only the history can be cut off', () => {
  expect(isCutOff(everythingActive, 20_000, null)).toBe(false);
  expect(isCutOff(history, 1000, null)).toBe(true);
  expect(isCutOff(history, 999, null)).toBe(false);
  expect(isCutOff(history, 1500, 1500)).toBe(false);
});
