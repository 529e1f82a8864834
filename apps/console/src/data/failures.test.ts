import { expect, test } from 'vitest';
import { failuresOf } from './failures.js';

const types = new Map([
  [1, { failureClass: 'note', failureClassWhen: null }],
  [2, { failureClass: 'degraded', failureClassWhen: { info: { battery: 'out' }, failureClass: 'down' } }],
] as const);
const of = (...alarms: { alarmId: number; info: Record<string, unknown> }[]) =>
  failuresOf(new Map([['eNB-1//', alarms]]), types).get('eNB-1//');

test('an alarm whose info is such has the other class of its type', () => {
  expect(of({ alarmId: 2, info: { battery: 'in use' } })).toBe('degraded');
  expect(of({ alarmId: 2, info: { battery: 'out', since: 5 } })).toBe('down');
});

test('the gravest of an object counts, and a note says nothing', () => {
  expect(of({ alarmId: 1, info: {} })).toBeUndefined();
  expect(of({ alarmId: 2, info: { battery: 'out' } }, { alarmId: 2, info: {} })).toBe('down');
});
