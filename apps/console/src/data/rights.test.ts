import { expect, test } from 'vitest';
import { isFor } from './rights.js';
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
