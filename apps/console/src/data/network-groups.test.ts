import type { NeResource } from '@omc/api';
import { expect, test } from 'vitest';
import { anAlarm } from '../testing/an-alarm.js';
import { groupNes, standings } from './network-groups.js';

const ne = (id: string, change: Partial<NeResource>): NeResource => ({
  id,
  kind: 'link',
  host: '127.0.0.1',
  port: 9001,
  link: { state: 'connected', lastHandshakeAt: null, misses: 0, clockOffsetMs: 0, reason: null },
  ...change,
});

const nes = [
  ne('eNB-10', { site: 'Site=10', requires: ['network//Hub=1'] }),
  ne('eNB-2', { site: 'Site=2', requires: ['network//Hub=1'] }),
  ne('eNB-3', {}),
];

test('the worst alarm of an NE counts, and those of hubs by themselves', () => {
  const found = standings([
    anAlarm('1', { ne: 'eNB-2', severity: 'minor' }),
    anAlarm('2', { ne: 'eNB-2', severity: 'critical' }),
    anAlarm('3', { ne: 'network', object: 'Hub=1', severity: 'major' }),
  ]);
  const [hub, none] = groupNes(nes, 'hub', found);
  expect(hub).toMatchObject({ name: 'Hub=1', own: { worst: 'major', count: 1 } });
  expect(hub?.nes.map(({ ne: { id }, worst, count }) => [id, worst, count])).toEqual([
    ['eNB-2', 'critical', 2],
    ['eNB-10', null, 0],
  ]);
  expect(none).toMatchObject({ name: '', nes: [{ ne: { id: 'eNB-3' } }] });
});

test('sites are sorted by their numbers, those without one last', () => {
  expect(groupNes(nes, 'site', new Map()).map(({ name }) => name)).toEqual(['Site=2', 'Site=10', '']);
});
