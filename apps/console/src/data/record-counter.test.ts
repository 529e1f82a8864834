import { expect, test } from 'vitest';
import { RecordCounter } from './record-counter.js';

function count(format: 'csv' | 'json', text: string, size: number): number {
  const bytes = new TextEncoder().encode(text);
  const counter = new RecordCounter(format);
  for (let at = 0; at < bytes.length; at += size) counter.hear(bytes.subarray(at, at + size));
  return counter.count;
}

test.each([1, 2, 3, 1000])('counts lines of CSV but not those within a cell, in pieces of %i', (size) => {
  expect(count('csv', 'id,text\r\n1,"two\nlines, ""quoted"""\r\n2,\\"\r\n3,"\r\n', size)).toBe(2);
  expect(count('csv', 'id,text\r\n', size)).toBe(0);
});

test.each([1, 2, 3, 1000])(
  'counts the objects of an array, however deep they are, in pieces of %i',
  (size) => {
    const rows = [{ text: '}{"\\' }, { info: { a: {}, b: [{}] } }, {}];
    expect(count('json', `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]\n`, size)).toBe(3);
    expect(count('json', '[]\n', size)).toBe(0);
  },
);
