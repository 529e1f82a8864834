import { expect, it } from 'vitest';
import { nameOid } from './name-oid.js';

it.each([
  ['1.3.6.2', 'b'],
  ['1.3.6.2.4.0', 'b.4.0'],
  ['1.3.6.21', 'a.6.21'],
  ['1.4', null],
  ['', null],
])('%s is called %s', (oid, name) => {
  const names = new Map([
    ['1.3', 'a'],
    ['1.3.6.2', 'b'],
  ]);
  expect(nameOid(oid, names)).toBe(name);
});
