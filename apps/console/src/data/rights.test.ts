import { expect, test } from 'vitest';
import { isFor } from './rights.js';
import { pages } from './url-state.js';

const closedTo = (
  role: 'viewer' | 'engineer' | 'admin',
  scope: { nes: string[]; subnets: string[] } | null,
) => pages.filter((page) => !isFor(page, { role, scope }));

test('users and the audit log are for admins of all NEs only', () => {
  expect(closedTo('viewer', null)).toEqual(['users', 'audit']);
  expect(closedTo('engineer', null)).toEqual(['users', 'audit']);
  expect(closedTo('admin', { nes: ['eNB-1'], subnets: [] })).toEqual(['users', 'audit']);
  expect(closedTo('admin', null)).toEqual([]);
});
