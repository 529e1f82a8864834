import { describe, expect, it } from 'vitest';
import { LossBook, MOST_ENTRIES, OTHER_SENDERS } from './loss-book.js';

const DAY_MS = 24 * 3_600_000;
const from = (i: number) => ({ source: 'snmp', from: `10.0.${i >> 8}.${i & 255}` }) as const;

function total(book: LossBook): number {
  return book.list().reduce((sum, { count }) => sum + count, 0);
}

describe('the book of losses', () => {
  it('keeps the first and last time, and the last five samples, escaped and cut', () => {
    const book = new LossBook([]);
    for (let i = 1; i <= 7; i++) book.add(from(1), 'malformed', 1, [`${i}\u001b[2J\u2028`], i);
    book.add(from(1), 'malformed', 1, ['x'.repeat(500)], 9);
    const [entry] = book.list();
    expect(entry).toMatchObject({ count: 8, firstAt: 1, lastAt: 9 });
    expect(entry?.samples.map(({ at }) => at)).toEqual([4, 5, 6, 7, 9]);
    expect(entry?.samples[0]?.text).toBe('4\\u001b[2J\\u2028');
    expect(entry?.samples[4]?.text).toHaveLength(200);
  });

  it('counts further senders together once there are too many, without losing a count', () => {
    const book = new LossBook([]);
    for (let i = 0; i < MOST_ENTRIES + 500; i++) book.add(from(i), 'auth', 2, ['?'], i);
    book.add(from(0), 'auth', 1, ['?'], 9_999);
    book.add({ source: 'link', from: 'eNB-1' }, 'bad-line', 1, ['?'], 9_999);
    expect(book.list()).toHaveLength(MOST_ENTRIES + 2);
    expect(book.list().find((entry) => entry.from === OTHER_SENDERS)).toMatchObject({ count: 1_000 });
    expect(total(book)).toBe(2 * (MOST_ENTRIES + 500) + 2);
  });

  it('gives the place of a sender that is silent for a day to a new one, and stores that', () => {
    const book = new LossBook([]);
    for (let i = 0; i < MOST_ENTRIES; i++) book.add(from(i), 'auth', 1, ['?'], i);
    book.takeChanges();
    book.add(from(60_000), 'auth', 1, ['new'], DAY_MS + 10);
    const { changed, forgotten } = book.takeChanges();
    expect(forgotten).toMatchObject([from(0)]);
    expect(changed.map((entry) => entry.from).sort()).toEqual([OTHER_SENDERS, from(60_000).from]);
    expect(total(book)).toBe(MOST_ENTRIES + 1);
  });

  it('stores again what could not be stored, as it is by then', () => {
    const book = new LossBook([]);
    book.add(from(1), 'auth', 1, ['?'], 1);
    book.putBack(book.takeChanges());
    book.add(from(1), 'auth', 1, ['?'], 2);
    expect(book.takeChanges().changed).toMatchObject([{ count: 2 }]);
    expect(new LossBook(book.list()).list()).toEqual(book.list());
  });
});
