import type { Command, NetworkElement } from '@omc/alarm';
import { expect, it } from 'vitest';
import { outOfScope } from './out-of-scope.js';

const by = 'ops';
const scope = { nes: ['eNB-1'], subnets: ['Subnet=7'] };
const subnetOf = (ne: string) => (ne === 'eNB-7' ? 'Subnet=7' : undefined);
const judged = (command: Command) => outOfScope(command, { scope }, subnetOf)?.refused;
const ne = (id: string): NetworkElement => ({ id, kind: 'snmp', host: '127.0.0.1', port: 161 });

it('lets those who are not limited do everything', () => {
  expect(outOfScope({ kind: 'remove-ne', id: 'eNB-2', by }, { scope: null }, subnetOf)).toBeUndefined();
});

it('lets those who are limited act on their NEs, and hides the others from them', () => {
  for (const id of ['eNB-1', 'eNB-7']) expect(judged({ kind: 'remove-ne', id, by })).toBeUndefined();
  expect(judged({ kind: 'remove-ne', id: 'eNB-2', by })).toBe('not-found');
  expect(judged({ kind: 'change-ne', ne: ne('eNB-2'), by })).toBe('not-found');
  expect(judged({ kind: 'set-topology', ne: 'network', topology: { objects: [] }, by })).toBe('not-found');
  expect(judged({ kind: 'remove-filter', scope: { alarmId: 29240, ne: 'eNB-2' }, by })).toBe('not-found');
});

it('does not let them change what is everybody’s, or add NEs that are not theirs', () => {
  expect(judged({ kind: 'add-ne', ne: ne('eNB-2'), by })).toBe('not-allowed');
  expect(judged({ kind: 'add-ne', ne: ne('eNB-1'), by })).toBeUndefined();
  expect(
    outOfScope({ kind: 'set-filter', filter: { alarmId: 29240, rule: {} }, by }, { scope }, subnetOf),
  ).toEqual({
    ...{ refused: 'not-allowed', field: 'ne' },
    reason: 'must be named: you are limited to some NEs',
  });
  expect(judged({ kind: 'change-alarm-type', alarmId: 29240, change: { severity: 'minor' }, by })).toBe(
    'not-allowed',
  );
});

it('does not let them do what nobody has said the place of', () => {
  expect(judged({ kind: 'deadline', at: 0 })).toBe('not-allowed');
});
