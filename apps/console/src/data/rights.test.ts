import { expect, test } from 'vitest';
import { isAtLeast, isFor } from './rights.js';
import { pages } from './url-state.js';

const closedTo = (
  role: 'viewer' | 'engineer' | 'admin',
  scope: { nes: string[]; subnets: string[] } | null,
) => pages.filter((page) => !isFor(page, { role, scope }));

test('what belongs to no NE is for those of all NEs, users and the audit log for admins among them', () => {
  expect(closedTo('viewer', null)).toEqual(['users', 'audit']);
  expect(closedTo('engineer', null)).toEqual(['users', 'audit']);
  expect(closedTo('viewer', { nes: [], subnets: ['Subnet=1'] })).toEqual([
    'traps',
    'ledger',
    'users',
    'audit',
  ]);
  expect(closedTo('admin', { nes: ['eNB-1'], subnets: [] })).toEqual(['traps', 'ledger', 'users', 'audit']);
  expect(closedTo('admin', null)).toEqual([]);
});

test('a role has the rights of those below it, and none of a role that there is not', () => {
  expect(isAtLeast('engineer', 'operator')).toBe(true);
  expect(isAtLeast('engineer', 'engineer')).toBe(true);
  expect(isAtLeast('engineer', 'admin')).toBe(false);
  expect(isAtLeast('admin', 'owner')).toBe(false);
});
