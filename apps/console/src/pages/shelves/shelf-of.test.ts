import type { ShelfResource } from '@omc/api';
import { expect, test } from 'vitest';
import { saysWhich, shelfPatchOf, shelfPostOf } from './shelf-of.js';

const now = Date.parse('2026-11-28T12:00:00.000Z');
const an = { begins: 'now', length: 60, untilCleared: false, reason: 'new antenna' } as const;

test('a shelf from now on ends its length later, and names only what was filled in', () => {
  expect(shelfPostOf({ ...an, ne: 'eNB-1', object: '', alarmId: [29240], severity: [] }, now)).toEqual({
    match: { ne: 'eNB-1', alarmId: [29240] },
    until: '2026-11-28T13:00:00.000Z',
    untilCleared: false,
    reason: 'new antenna',
  });
});

test('one that is planned ends its length after its begin', () => {
  const from = new Date(now + 86_400_000);
  const local = new Date(from.getTime() - from.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
  expect(
    shelfPostOf({ ...an, subnet: 'Subnet=1', begins: 'later', from: local, length: 240 }, now),
  ).toMatchObject({
    from: '2026-11-29T12:00:00.000Z',
    until: '2026-11-29T16:00:00.000Z',
  });
});

test('a shelf in force is extended from now, or left to end when it would', () => {
  const shelf = { state: 'active', from: '2026-11-28T08:00:00.000Z' } as ShelfResource;
  expect(shelfPatchOf(shelf, { ...an, length: 15 }, now)).toEqual({
    until: '2026-11-28T12:15:00.000Z',
    reason: 'new antenna',
  });
  expect(shelfPatchOf(shelf, { ...an, length: 'same' }, now)).toEqual({ reason: 'new antenna' });
});

test('a form in which nothing says which alarms is not complete', () => {
  expect(saysWhich({ ...an, ne: '', alarmId: [] })).toBe(false);
  expect(saysWhich({ ...an, severity: ['warning'] })).toBe(true);
});
