import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { BoundedLog } from './bounded-log.mjs';

let folder;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'omc-log-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const read = (name) => readFileSync(join(folder, name), 'utf8');

test('goes on where the last start ended', () => {
  new BoundedLog(join(folder, 'log'), 100).write('one');
  new BoundedLog(join(folder, 'log'), 100).write('two');
  expect(read('log')).toBe('one\ntwo\n');
});

test('keeps one full file beside the current one and no more', () => {
  const log = new BoundedLog(join(folder, 'log'), 10);
  for (const line of ['aaaaaaaaa', 'bbbbbbbbb', 'ccccccccc', 'd']) log.write(line);
  expect(readdirSync(folder).sort()).toEqual(['log', 'log.1']);
  expect(read('log.1')).toBe('ccccccccc\n');
  expect(read('log')).toBe('d\n');
});
