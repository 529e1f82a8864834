import type { FilterResource } from '@omc/api';
import { expect, test } from 'vitest';
import { aFilter } from '../testing/a-filter.js';
import { filterIndex } from './effective-filter.js';

const everywhere = aFilter({ alarmId: 29240, ne: null, object: null, origin: 'catalogue' });
const onNe: FilterResource = { ...everywhere, ne: 'eNB-1', origin: 'stored' };
const onObject: FilterResource = { ...onNe, object: 'Cell=3' };
const onNeItself: FilterResource = { ...onNe, object: '' };

test('the most specific filter holds', () => {
  const find = filterIndex([everywhere, onNe, onObject, onNeItself]);
  expect(find({ alarmId: 29240, ne: 'eNB-2', object: 'Cell=3' })).toBe(everywhere);
  expect(find({ alarmId: 29240, ne: 'eNB-1', object: 'Cell=1' })).toBe(onNe);
  expect(find({ alarmId: 29240, ne: 'eNB-1', object: 'Cell=3' })).toBe(onObject);
  expect(find({ alarmId: 29240, ne: 'eNB-1', object: '' })).toBe(onNeItself);
});

test('a type without any filter has none', () => {
  expect(filterIndex([everywhere])({ alarmId: 1, ne: 'eNB-1', object: '' })).toBeUndefined();
});
