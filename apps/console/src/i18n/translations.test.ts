import { expect, test } from 'vitest';
import frameEn from './en.json';
import pagesEn from './pages/en.json';
import pagesZh from './pages/zh.json';
import topologyEn from './topology/en.json';
import topologyZh from './topology/zh.json';
import frameZh from './zh.json';

const en = { ...frameEn, ...pagesEn, ...topologyEn };
const zh = { ...frameZh, ...pagesZh, ...topologyZh };

/** Every text by its dotted key. */
function textsOf(tree: object, path = ''): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [name, value] of Object.entries(tree)) {
    if (typeof value === 'string') texts.set(path + name, value);
    else for (const [key, text] of textsOf(value, `${path}${name}.`)) texts.set(key, text);
  }
  return texts;
}

const placeholders = (text: string) => [...text.matchAll(/\{\{[^}]+\}\}/g)].map(([name]) => name).sort();

test('both languages have the same keys', () => {
  expect([...textsOf(zh).keys()]).toEqual([...textsOf(en).keys()]);
});

test('both languages fill in the same facts', () => {
  const chinese = textsOf(zh);
  for (const [key, text] of textsOf(en))
    expect([key, placeholders(chinese.get(key) ?? '')]).toEqual([key, placeholders(text)]);
});

test('no text is empty', () => {
  for (const [key, text] of [...textsOf(en), ...textsOf(zh)])
    expect([key, text.trim()]).not.toEqual([key, '']);
});
