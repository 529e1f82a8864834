import { expect, test } from 'vitest';
import { placeOf } from './place-of.js';

test('an object of the same NE goes by its name alone', () => {
  expect(placeOf({ ne: 'eNB-1', object: 'Cell=1' }, 'eNB-1')).toBe('Cell=1');
});

test('an object elsewhere is named with its NE', () => {
  expect(placeOf({ ne: 'network', object: 'Hub=3' }, 'eNB-1')).toBe('network Hub=3');
});

test('an NE goes by its own name', () => {
  expect(placeOf({ ne: 'eNB-1', object: '' }, 'eNB-1')).toBe('eNB-1');
});
