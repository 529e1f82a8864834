import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { askPassword } from './ask-password.js';

it.each([
  ['what is typed, after mistakes', 'hushh\u007f 77\r', 'hush 77'],
  ['nothing after Ctrl-C', 'hush\u0003', undefined],
  ['nothing after Ctrl-D', '\u0004', undefined],
])('a password is %s, and nothing shows it', async (_, typed, password) => {
  const [stdin, stderr] = [new PassThrough(), new PassThrough()];
  const asked = askPassword('Password: ', { stdin, stderr });
  stdin.write(typed);
  expect(await asked).toBe(password);
  stderr.end();
  expect(await text(stderr)).toBe('Password: \n');
});
