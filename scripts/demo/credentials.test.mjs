import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findPassword } from './credentials.mjs';

let folder;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'omc-credentials-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('generates a password and keeps it where only its owner can read it', () => {
  const { password, origin, file } = findPassword(folder, undefined);
  expect(origin).toBe('generated');
  expect(password).toMatch(/^[\w-]{16}$/);
  expect(readFileSync(file, 'utf8')).toBe(`admin:${password}\n`);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('finds the kept password again', () => {
  const first = findPassword(folder, undefined);
  expect(findPassword(folder, undefined)).toEqual({ ...first, origin: 'kept' });
});

test('writes a password that was given nowhere', () => {
  expect(findPassword(folder, 'secret-1').password).toBe('secret-1');
  expect(readdirSync(folder)).toEqual([]);
});

test('refuses a file that holds something else', () => {
  writeFileSync(join(folder, 'credentials'), 'whatever');
  expect(() => findPassword(folder, undefined)).toThrow('admin:PASSWORD');
});
