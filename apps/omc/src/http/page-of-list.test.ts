import { describe, expect, it } from 'vitest';
import { pageOfList } from './page-of-list.js';
import { ProblemException } from './problem-exception.js';

interface Fruit {
  readonly name: string;
  readonly weight: number;
}

const fruits: readonly Fruit[] = [
  { name: 'fig', weight: 1 },
  { name: 'kiwi', weight: 2 },
  { name: 'lime', weight: 2 },
  { name: 'pear', weight: 3 },
];
const keyOf = ({ name, weight }: Fruit) => ({ value: weight, id: name });

describe('a page of a list', () => {
  it('is all of it where that is not more than the limit', () => {
    expect(pageOfList('fruits', fruits, keyOf, { limit: 4 })).toEqual({ items: fruits, nextCursor: null });
  });

  it('goes on after the last one, also among equals', () => {
    const names: string[] = [];
    let cursor: string | undefined;
    do {
      const page = pageOfList('fruits', fruits, keyOf, { limit: 1, ...(cursor && { cursor }) });
      names.push(...page.items.map(({ name }) => name));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(names).toEqual(['fig', 'kiwi', 'lime', 'pear']);
  });

  it('goes on where the last one is gone, and where others have come before it', () => {
    const { nextCursor } = pageOfList('fruits', fruits, keyOf, { limit: 2 });
    const changed = [{ name: 'nut', weight: 0 }, ...fruits.filter(({ name }) => name !== 'kiwi')];
    const next = pageOfList('fruits', changed, keyOf, { cursor: nextCursor ?? '', limit: 9 });
    expect(next.items.map(({ name }) => name)).toEqual(['lime', 'pear']);
  });

  it('refuses what is no cursor of this list', () => {
    const { nextCursor } = pageOfList('fruits', fruits, keyOf, { limit: 1 });
    const ask = (name: string, cursor: string) => () => pageOfList(name, fruits, keyOf, { cursor, limit: 1 });
    expect(ask('nuts', nextCursor ?? '')).toThrow(ProblemException);
    expect(ask('fruits', 'garbage')).toThrow(ProblemException);
  });
});
