import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fingerprint } from './fingerprint.mjs';

let folder;
const write = (name, text) => writeFileSync(join(folder, name), text);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'omc-fingerprint-'));
  mkdirSync(join(folder, 'src'));
  mkdirSync(join(folder, 'dist'));
  write('src/a.ts', 'a');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('stays the same while no source changes', () => {
  const before = fingerprint([folder]);
  write('src/a.ts', 'a');
  write('dist/a.js', 'generated');
  expect(fingerprint([folder])).toBe(before);
});

test.each([
  ['is edited', () => write('src/a.ts', 'b')],
  ['is added', () => write('src/b.ts', '')],
  ['goes away', () => rmSync(join(folder, 'src/a.ts'))],
])('changes when a source %s', (_, change) => {
  const before = fingerprint([folder]);
  change();
  expect(fingerprint([folder])).not.toBe(before);
});
