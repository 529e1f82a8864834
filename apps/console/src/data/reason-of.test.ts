import i18next from 'i18next';
import { expect, test } from 'vitest';
import texts from '../i18n/parts/frame.zh.json';
import { reasonOf } from './reason-of.js';
import { RequestProblem, Unreachable } from './request-errors.js';

const t = await i18next.createInstance().init({ lng: 'zh', resources: { zh: { translation: texts } } });

const refused = (status: number) =>
  new RequestProblem({ type: 'about:blank', title: '', status, detail: 'so' });

test('says what the OMC says of a refusal', () => {
  expect(reasonOf(refused(409), t)).toBe('so');
});

test('tells who asked, in their language, where the OMC is in trouble or away', () => {
  expect(reasonOf(refused(500), t)).toBe(texts.trouble.server);
  expect(reasonOf(new Unreachable(undefined), t)).toBe(texts.trouble.unreachable);
});
