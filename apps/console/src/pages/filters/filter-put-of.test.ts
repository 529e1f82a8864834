import type { FilterResource } from '@omc/api';
import { expect, test } from 'vitest';
import { filterPutOf } from './filter-put-of.js';

const catalogue: FilterResource = {
  alarmId: 25888,
  ne: null,
  object: null,
  createWindow: 30,
  createThreshold: 18,
  restoreWindow: 30,
  restoreThreshold: 2,
  statWindow: 0,
  statCreate: 0,
  statRestore: 0,
  realTime: false,
  origin: 'catalogue',
};
const stored: FilterResource = { ...catalogue, ne: 'eNB-7', object: '', origin: 'stored' };

test('what the form does not change goes on following the catalogue', () => {
  expect(filterPutOf(catalogue, { ...catalogue, restoreThreshold: 5 })).toEqual({
    alarmId: 25888,
    restoreWindow: 30,
    restoreThreshold: 5,
  });
});

test('a window that changes takes its threshold with it, so that no default slips in', () => {
  expect(filterPutOf(catalogue, { ...catalogue, createWindow: 60 })).toEqual({
    alarmId: 25888,
    createWindow: 60,
    createThreshold: 18,
  });
});

test('a stored filter keeps its scope and all that the form shows', () => {
  expect(filterPutOf(stored, { ...stored, createWindow: 20, createThreshold: 20 })).toEqual({
    alarmId: 25888,
    ne: 'eNB-7',
    object: '',
    createWindow: 20,
    createThreshold: 20,
    restoreWindow: 30,
    restoreThreshold: 2,
    statWindow: 0,
    statCreate: 0,
    statRestore: 0,
    realTime: false,
  });
});

test('an emptied field is left out', () => {
  const put = filterPutOf(stored, { ...stored, createWindow: null, createThreshold: null });
  expect(put).not.toHaveProperty('createWindow');
  expect(put).not.toHaveProperty('createThreshold');
});

test('a new filter names its scope and what was filled in', () => {
  expect(filterPutOf(null, { alarmId: 29240, ne: ' eNB-1 ', object: '', createWindow: 10 })).toEqual({
    alarmId: 29240,
    ne: 'eNB-1',
    createWindow: 10,
  });
});

test('real time is said where it is wanted', () => {
  expect(filterPutOf(null, { alarmId: 1, realTime: true })).toEqual({ alarmId: 1, realTime: true });
  expect(filterPutOf(catalogue, { ...catalogue, realTime: true })).toEqual({
    alarmId: 25888,
    realTime: true,
  });
});
