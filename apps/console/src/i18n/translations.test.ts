import { expect, test } from 'vitest';
import { byKey } from '../testing/texts-by-key.js';
import { type Part, parts } from './parts.js';

const names = Object.keys(parts) as Part[];
const each = await Promise.all(
  names.map(async (part) => ({
    part,
    en: byKey((await parts[part].en()).default),
    zh: byKey((await parts[part].zh()).default),
  })),
);

const placeholders = (text: string) => [...text.matchAll(/\{\{[^}]+\}\}/g)].map(([name]) => name).sort();

test.each(each)('$part has the same keys in both languages', ({ en, zh }) => {
  expect([...zh.keys()]).toEqual([...en.keys()]);
});

test.each(each)('$part fills in the same facts in both languages', ({ en, zh }) => {
  for (const [key, text] of en)
    expect([key, placeholders(zh.get(key) ?? '')]).toEqual([key, placeholders(text)]);
});

test.each(each)('no text of $part is empty', ({ en, zh }) => {
  for (const [key, text] of [...en, ...zh]) expect([key, text.trim()]).not.toEqual([key, '']);
});

test('no text is in two parts', () => {
  const keys = each.flatMap(({ en }) => [...en.keys()]);
  expect(keys.filter((key, place) => keys.indexOf(key) !== place)).toEqual([]);
});
