import { expect, test } from 'vitest';
import { anAlarm } from '../testing/an-alarm.js';
import { shelfMatches } from './shelf-matches.js';

const alarms = [
  anAlarm('a'),
  anAlarm('b', { object: 'Cell=2' }),
  anAlarm('c', { ne: 'eNB-2', alarmId: 301 }),
];

test('alarms are shelved by themselves', () => {
  expect(shelfMatches(alarms, 'alarm')).toEqual([
    { ne: 'eNB-100001', object: 'Cell=1', alarmId: [29240] },
    { ne: 'eNB-100001', object: 'Cell=2', alarmId: [29240] },
    { ne: 'eNB-2', object: 'Cell=1', alarmId: [301] },
  ]);
});

test('what several alarms have in common is shelved once', () => {
  expect(shelfMatches(alarms, 'type')).toHaveLength(2);
  expect(shelfMatches(alarms, 'ne')).toEqual([{ ne: 'eNB-100001' }, { ne: 'eNB-2' }]);
  expect(shelfMatches(alarms, 'everywhere')).toEqual([{ alarmId: [29240] }, { alarmId: [301] }]);
});
