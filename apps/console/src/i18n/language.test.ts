import { expect, test } from 'vitest';
import { firstLanguage } from './language.js';

const nothing = { getItem: () => null };

test('the first language of the browser that is known is taken', () => {
  expect(firstLanguage(nothing, ['fr-FR', 'zh-CN', 'en'])).toBe('zh');
  expect(firstLanguage(nothing, ['en-GB', 'zh'])).toBe('en');
  expect(firstLanguage(nothing, ['fr'])).toBe('en');
});

test('a choice counts for more than the browser', () => {
  expect(firstLanguage({ getItem: () => 'zh' }, ['en'])).toBe('zh');
});
