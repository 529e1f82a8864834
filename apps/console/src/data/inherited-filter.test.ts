import type { FilterResource } from '@omc/api';
import { describe, expect, it } from 'vitest';
import { inheritedFilter, storedFilterOf } from './inherited-filter.js';

const filter = (scope: Pick<FilterResource, 'alarmId' | 'ne' | 'object' | 'origin'>): FilterResource => ({
  ...scope,
  createWindow: 90,
  createThreshold: 90,
  restoreWindow: 15,
  restoreThreshold: 0,
  statWindow: 0,
  statCreate: 0,
  statRestore: 0,
  realTime: false,
});
const ofCatalogue = filter({ alarmId: 1, ne: null, object: null, origin: 'catalogue' });
const ofType = filter({ alarmId: 2, ne: null, object: null, origin: 'stored' });
const ofNe = filter({ alarmId: 2, ne: 'eNB-1', object: null, origin: 'stored' });
const filters = [ofCatalogue, ofType, ofNe];

describe('the filter that a scope follows', () => {
  it('is the next less specific one', () => {
    expect(inheritedFilter(filters, { alarmId: 2, ne: 'eNB-1', object: 'Cell=1' })).toBe(ofNe);
    expect(inheritedFilter(filters, { alarmId: 2, ne: 'eNB-2', object: 'Cell=1' })).toBe(ofType);
    expect(inheritedFilter(filters, { alarmId: 2, ne: ' eNB-1 ', object: '' })).toBe(ofType);
    expect(inheritedFilter(filters, { alarmId: 1, ne: 'eNB-1' })).toBe(ofCatalogue);
    expect(inheritedFilter(filters, { alarmId: 1 })).toBe(ofCatalogue);
  });

  it('is not known of a type that has a stored one', () => {
    expect(inheritedFilter(filters, { alarmId: 2 })).toBeUndefined();
  });
});

describe('the stored filter of a scope', () => {
  it('is the one of precisely that scope', () => {
    expect(storedFilterOf(filters, { alarmId: 2, ne: 'eNB-1', object: null })).toBe(ofNe);
    expect(storedFilterOf(filters, { alarmId: 2, ne: 'eNB-1', object: 'Cell=1' })).toBeUndefined();
    expect(storedFilterOf(filters, { alarmId: 1 })).toBeUndefined();
  });
});
