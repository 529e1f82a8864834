import i18next from 'i18next';
import { beforeEach, expect, test } from 'vitest';
import { changeTexts, fetchTexts } from './fetched-texts.js';
import account from './parts/account.zh.json';
import mml from './parts/mml.zh.json';

const { t } = i18next;

beforeEach(async () => {
  await i18next.init({ resources: {}, initAsync: false, lng: 'en', fallbackLng: false });
});

test('texts come in the present language', async () => {
  await fetchTexts(['account']);
  expect(t('account.title')).toBe('Password');
  expect(i18next.hasResourceBundle('zh', 'translation')).toBe(false);
});

test('what was asked for is there in the other language when it shows', async () => {
  const shown: string[] = [];
  i18next.on('languageChanged', () => shown.push(t('account.title')));
  await fetchTexts(['account']);
  await changeTexts('zh');
  expect(shown).toEqual([account.account.title]);
});

test('what is asked for while the other language is fetched comes in both', async () => {
  const changed = changeTexts('zh');
  await fetchTexts(['mml']);
  expect(i18next.getFixedT('en')('mml.title')).toBe('MML terminal');
  expect(i18next.getFixedT('zh')('mml.title')).toBe(mml.mml.title);
  await changed;
});
