import { expect, test } from 'vitest';
import { readAll } from './read-all.js';

test('a list is read to its end, each page from where the last one ended', async () => {
  const asked: (string | null)[] = [];
  const items = await readAll((cursor) => {
    asked.push(cursor);
    return Promise.resolve(
      cursor === null ? { items: [1, 2], nextCursor: 'n' } : { items: [3], nextCursor: null },
    );
  });
  expect(items).toEqual([1, 2, 3]);
  expect(asked).toEqual([null, 'n']);
});
