import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { BoundedLog } from './bounded-log.js';
import { folder } from './testing/places.js';

test('goes on with the log of the run before', async () => {
  const dataDir = await folder();
  for (const line of ['first run', 'second run']) {
    const log = new BoundedLog(dataDir, expect.unreachable);
    log.add(line);
    log.close();
  }
  expect(await readFile(join(dataDir, 'postgres.log'), 'utf8')).toBe('first run\nsecond run\n');
});

test('keeps the newest lines in two files of bounded size', async () => {
  const dataDir = await folder();
  const log = new BoundedLog(dataDir, expect.unreachable, 100);
  for (let line = 1; line <= 1000; line += 1) log.add(`line ${line}`);
  log.close();
  expect((await readdir(dataDir)).sort()).toEqual(['postgres.log', 'postgres.log.1']);
  const [older, newer] = await Promise.all(
    ['postgres.log.1', 'postgres.log'].map((name) => readFile(join(dataDir, name), 'utf8')),
  );
  expect(`${older}${newer}`).toMatch(/line 999\nline 1000\n$/);
  expect(`${older}${newer}`.length).toBeLessThan(250);
});
