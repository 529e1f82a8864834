import { describe, expect, it } from 'vitest';
import { covers, FilterBook } from './filter-book.js';
import { CELL, DERIVED, INTERFACE, STANDING_WAVE, testCatalogue } from './testing/test-catalogue.js';

const create = (book: FilterBook, ne = 'A', object = 'Cell=1') =>
  book.windowsFor(CELL, ne, object).createWindowMs / 1000;

describe('the filter book', () => {
  it('lets the catalogue speak where nothing is stored', () => {
    const book = new FilterBook(testCatalogue);
    expect(book.windowsFor(CELL, 'A', 'Cell=1')).toMatchObject({
      createWindowMs: 90_000,
      createThresholdMs: 90_000,
      restoreWindowMs: 15_000,
    });
    expect(book.windowsFor(INTERFACE, 'A', '')).toMatchObject({ createWindowMs: 0, restoreWindowMs: 0 });
  });

  it('prefers object to NE to type to catalogue, and forgets what is removed', () => {
    const book = new FilterBook(testCatalogue);
    const expectCreate = (own: number, ofNe: number, elsewhere: number) =>
      expect([create(book), create(book, 'A', 'Cell=2'), create(book, 'B')]).toEqual([own, ofNe, elsewhere]);
    expectCreate(90, 90, 90);
    book.put({ alarmId: CELL, rule: { createWindow: 1 } });
    expectCreate(1, 1, 1);
    book.put({ alarmId: CELL, ne: 'A', object: 'Cell=1', rule: { createWindow: 3 } });
    expectCreate(3, 1, 1);
    book.put({ alarmId: CELL, ne: 'A', rule: { createWindow: 2 } });
    expectCreate(3, 2, 1);
    expect(book.remove({ alarmId: CELL, ne: 'A', object: 'Cell=1' })).toBe(true);
    expectCreate(2, 2, 1);
    expect(book.remove({ alarmId: CELL })).toBe(true);
    expectCreate(2, 2, 90);
    expect(book.remove({ alarmId: CELL })).toBe(false);
  });

  it('lets members that a filter leaves out follow the next less specific one, also when that changes', () => {
    const stored = [{ alarmId: CELL, ne: 'A', object: 'Cell=1', rule: { restoreWindow: 5 } }];
    const book = new FilterBook(testCatalogue, stored);
    expect(create(book)).toBe(90);
    book.put({ alarmId: CELL, ne: 'A', rule: { statWindow: 60, statCreate: 3 } });
    book.put({ alarmId: CELL, rule: { createWindow: 40, createThreshold: 20 } });
    expect(book.effective({ alarmId: CELL, ne: 'A', object: 'Cell=1' })).toEqual({
      alarmId: CELL,
      ne: 'A',
      object: 'Cell=1',
      origin: 'stored',
      filter: {
        createWindow: 40,
        createThreshold: 20,
        restoreWindow: 5,
        restoreThreshold: 0,
        statWindow: 60,
        statCreate: 3,
        statRestore: 0,
        realTime: false,
      },
    });
  });

  it('knows the NE itself from no object at all', () => {
    const book = new FilterBook(testCatalogue, [
      { alarmId: CELL, ne: 'A', object: '', rule: { createWindow: 7 } },
    ]);
    expect([create(book, 'A', ''), create(book, 'A', 'Cell=1')]).toEqual([7, 90]);
    expect(book.ruleOf({ alarmId: CELL, ne: 'A' })).toBeUndefined();
    expect(book.ruleOf({ alarmId: CELL, ne: 'A', object: '' })).toEqual({ createWindow: 7 });
  });

  it('lists each stored filter and each reported type without one, by type and scope', () => {
    const book = new FilterBook(testCatalogue, [
      { alarmId: STANDING_WAVE, rule: { createWindow: 5 } },
      { alarmId: CELL, ne: 'B', rule: {} },
      { alarmId: CELL, ne: 'A', object: 'Cell=1', rule: {} },
    ]);
    expect(book.list().map(({ filter, ...scope }) => scope)).toEqual([
      { alarmId: STANDING_WAVE, origin: 'stored' },
      { alarmId: INTERFACE, origin: 'catalogue' },
      { alarmId: CELL, origin: 'catalogue' },
      { alarmId: CELL, ne: 'A', object: 'Cell=1', origin: 'stored' },
      { alarmId: CELL, ne: 'B', origin: 'stored' },
    ]);
    expect(book.list().some(({ alarmId }) => alarmId === DERIVED || alarmId === 301)).toBe(false);
  });

  it('foresees what a filter would break, and changes nothing by it', () => {
    const book = new FilterBook(testCatalogue, [{ alarmId: CELL, ne: 'A', rule: { restoreThreshold: 10 } }]);
    const faults = book.faultsOfPutting({ alarmId: CELL, rule: { restoreWindow: 10 } });
    expect(faults).toMatchObject([{ member: 'restoreThreshold', scope: { alarmId: CELL, ne: 'A' } }]);
    expect(book.faultsOfPutting({ alarmId: CELL, rule: { restoreWindow: 11 } })).toEqual([]);
    expect(book.faultsOfRemoving({ alarmId: CELL })).toEqual([]);
    expect(book.windowsFor(CELL, 'B', '').restoreWindowMs).toBe(15_000);
  });
});

describe('a scope', () => {
  it.each([
    [{ alarmId: 1 }, { alarmId: 1, ne: 'A', object: 'x' }, true],
    [{ alarmId: 1 }, { alarmId: 2 }, false],
    [{ alarmId: 1, ne: 'A' }, { alarmId: 1, ne: 'A', object: '' }, true],
    [{ alarmId: 1, ne: 'A' }, { alarmId: 1, ne: 'B', object: '' }, false],
    [{ alarmId: 1, ne: 'A' }, { alarmId: 1 }, false],
    [{ alarmId: 1, ne: 'A', object: '' }, { alarmId: 1, ne: 'A', object: '' }, true],
    [{ alarmId: 1, ne: 'A', object: '' }, { alarmId: 1, ne: 'A', object: 'x' }, false],
    [{ alarmId: 1, ne: 'A', object: '' }, { alarmId: 1, ne: 'A' }, false],
  ])('%j covers %j: %s', (scope, other, expected) => {
    expect(covers(scope, other)).toBe(expected);
  });
});
