import { describe, expect, it } from 'vitest';
import { MAX_UNMAPPED, UnmappedBook } from './unmapped-book.js';

const rejection = (oid: string, value: unknown = 'x', from = '10.0.0.1:4000') =>
  ({
    source: 'snmp',
    reason: 'unmapped',
    detail: 'no rule',
    from,
    notification: { oid, varbinds: [{ oid: '1.3.1', type: 4, value }] },
  }) as const;

describe('the book of unmapped notifications', () => {
  it('counts by source and notification, whatever the port, with the last as sample', () => {
    const book = new UnmappedBook([]);
    book.add(rejection('1.3.9', 'first'), 5);
    book.add(rejection('1.3.9', 'last', '10.0.0.1:4001'), 7);
    book.add(rejection('1.3.9', 'x', '10.0.0.2:4001'), 8);
    expect(book.list()).toMatchObject([
      { source: '10.0.0.2', count: 1 },
      { source: '10.0.0.1', count: 2, firstAt: 5, lastAt: 7, varbinds: [{ oid: '1.3.1', value: 'last' }] },
    ]);
  });

  it('goes on counting from what was stored', () => {
    const before = new UnmappedBook([]);
    before.add(rejection('1.3.9'), 5);
    const book = new UnmappedBook(before.takeChanges().changed);
    book.add(rejection('1.3.9'), 9);
    expect(book.list()).toMatchObject([{ count: 2, firstAt: 5, lastAt: 9 }]);
  });

  it('forgets what is mapped by now, also where it is stored', () => {
    const book = new UnmappedBook([]);
    book.add(rejection('1.3.9'), 5);
    book.add(rejection('1.3.8'), 6);
    book.takeChanges();
    book.forget(({ notification }) => notification === '1.3.9');
    expect(book.list()).toMatchObject([{ notification: '1.3.8' }]);
    expect(book.takeChanges()).toMatchObject({ changed: [], forgotten: [{ notification: '1.3.9' }] });
  });

  it('is bounded, forgets the longest silent, and tells which', () => {
    const book = new UnmappedBook([]);
    for (let i = 0; i <= MAX_UNMAPPED; i++) book.add(rejection(`1.3.9.${i}`), i);
    expect(book.list()).toHaveLength(MAX_UNMAPPED);
    const { changed, forgotten } = book.takeChanges();
    expect(changed).toHaveLength(MAX_UNMAPPED);
    expect(forgotten).toMatchObject([{ notification: '1.3.9.0' }]);
    expect(book.takeChanges()).toEqual({ changed: [], forgotten: [] });
    book.putBack({ changed, forgotten });
    expect(book.takeChanges()).toEqual({ changed, forgotten });
  });
});
