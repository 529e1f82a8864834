import { expect, test } from 'vitest';
import { differencesOf } from './differences.js';

test('only what differs is named, by its path', () => {
  const before = { role: 'viewer', scope: { nes: ['a'], subnets: [] }, disabled: false };
  const after = { role: 'operator', scope: { nes: ['a', 'b'], subnets: [] }, disabled: false };
  expect(differencesOf(before, after)).toEqual([
    { path: 'role', before: 'viewer', after: 'operator' },
    { path: 'scope.nes', before: '["a"]', after: '["a","b"]' },
  ]);
});

test('what came is there now, what went was there before', () => {
  expect(differencesOf(null, { a: 1 })).toEqual([{ path: 'a', before: undefined, after: '1' }]);
  expect(differencesOf({ a: 'x' }, null)).toEqual([{ path: 'a', before: 'x', after: undefined }]);
  expect(differencesOf(null, null)).toEqual([]);
  expect(differencesOf({ scope: { nes: [] } }, { scope: null })).toEqual([
    { path: 'scope.nes', before: '[]', after: undefined },
    { path: 'scope', before: undefined, after: 'null' },
  ]);
});
