import { expect, test, vi } from 'vitest';
import { readPreferences } from './preferences.js';

test('at first nothing is set', () => {
  expect(readPreferences(null)).toMatchObject({ zone: 'local', density: 'roomy', sounds: [], mutedUntil: 0 });
});

test('what was set is read again, graver severities first', () => {
  const held = { zone: 'utc', sounds: ['minor', 'critical'], mutedUntil: 7 };
  expect(readPreferences(JSON.stringify(held))).toMatchObject({ ...held, sounds: ['critical', 'minor'] });
});

test('what cannot be read is as at first, and said', () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  expect(readPreferences('{')).toEqual(readPreferences(null));
  expect(warn).toHaveBeenCalledOnce();
  expect(readPreferences('{"zone":7,"sounds":"all","mutedUntil":"x"}')).toEqual(readPreferences(null));
  warn.mockRestore();
});
