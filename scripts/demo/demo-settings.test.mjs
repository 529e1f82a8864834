import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../root.mjs';
import { demoSettings } from './demo-settings.mjs';

test('has defaults for all', () => {
  const settings = demoSettings({});
  expect(settings).toMatchObject({ url: 'http://127.0.0.1:3000', dataDir: join(root, '.data') });
  expect(settings.env.OMC_BANNER_EN).toContain('10 s to raise, 5 s to clear');
});

test.each([
  ['0.0.0.0', 'http://127.0.0.1:3000'],
  ['::', 'http://127.0.0.1:3000'],
  ['::1', 'http://[::1]:3000'],
  ['127.0.0.5', 'http://127.0.0.5:3000'],
])('reaches a listener on %s at %s', (host, url) => {
  expect(demoSettings({ OMC_HOST: host }).url).toBe(url);
});

test('takes an empty variable for an unset one', () => {
  expect(demoSettings({ OMC_PORT: '', OMC_ADMIN_PASSWORD: '' })).toMatchObject({
    port: 3000,
    givenPassword: undefined,
  });
});

test('leaves a banner of the user alone', () => {
  expect(demoSettings({ OMC_BANNER_EN: 'Lab 3' }).env.OMC_BANNER_EN).toBe('Lab 3');
});
