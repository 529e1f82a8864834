import { expect, it } from 'vitest';
import { faultOfPassword } from './password-rules.js';
import { generatePassword } from './passwords.js';

it.each([
  '1qaz2wsx3edc',
  'QWERTY123456',
  'Password12345678!',
  '2026-iloveyou-2026',
  'passwordpassword',
  'dragondragondragon!!',
])('refuses %s, which is tried first', (password) => {
  expect(faultOfPassword(password, 'li')).toMatch(/leaks/);
});

it('refuses what is only the user’s name, or next to nothing', () => {
  expect(faultOfPassword('the Wang Family', 'wang')).toBeUndefined();
  expect(faultOfPassword('12Wangwang!!', 'wang')).toMatch(/name/);
  expect(faultOfPassword('aaaaaaaaaaaa', 'li')).toMatch(/different/);
  expect(faultOfPassword('121212121212', 'li')).toMatch(/different/);
});

it('takes what nobody has thought of', () => {
  expect(faultOfPassword('correct horse battery', 'admin')).toBeUndefined();
  expect(faultOfPassword('雨天的基站不会报警吗今天', 'li')).toBeUndefined();
  for (let i = 0; i < 100; i++) expect(faultOfPassword(generatePassword(), 'admin')).toBeUndefined();
});
