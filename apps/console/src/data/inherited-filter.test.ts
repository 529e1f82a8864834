import { describe, expect, it } from 'vitest';
import { aFilter } from '../testing/a-filter.js';
import { inheritedFilter, storedFilterOf } from './inherited-filter.js';

const ofCatalogue = aFilter({ alarmId: 1, ne: null, object: null, origin: 'catalogue' });
const ofType = aFilter({ alarmId: 2, ne: null, object: null, origin: 'stored' });
const ofNe = aFilter({ alarmId: 2, ne: 'eNB-1', object: null, origin: 'stored' });
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
