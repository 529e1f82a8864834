import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { holderOf, lockDataDir } from './data-dir-lock.js';
import { folder } from './testing/places.js';

test('one process holds the folder at a time, and the error names it', async () => {
  const dataDir = await folder();
  const lock = await lockDataDir(dataDir);
  expect(await holderOf(dataDir)).toBe(process.pid);
  await expect(lockDataDir(dataDir)).rejects.toThrow(`in use by process ${process.pid}`);
  await lock.release();
  expect(await holderOf(dataDir)).toBeUndefined();
  await (await lockDataDir(dataDir)).release();
  expect(await readdir(dataDir)).toEqual([]);
});

test('a second release does not give away the lock of the next holder', async () => {
  const dataDir = await folder();
  const first = await lockDataDir(dataDir);
  await first.release();
  const second = await lockDataDir(dataDir);
  await first.release();
  expect(await holderOf(dataDir)).toBe(process.pid);
  await second.release();
});

test.each([
  ['of a process that has ended', '999999999 boot:1 x\n'],
  ['whose process id somebody else has by now', `${process.pid} boot:1 x\n`],
  ['that was never written to its end', ''],
  ['that is not one', 'hello'],
])('a lock %s does not count', async (_, content) => {
  const dataDir = await folder();
  await writeFile(join(dataDir, 'postgres.lock'), content);
  const lock = await lockDataDir(dataDir);
  expect(await holderOf(dataDir)).toBe(process.pid);
  await lock.release();
});

test('of many that want a folder with a stale lock, one gets it', async () => {
  const dataDir = await folder();
  await writeFile(join(dataDir, 'postgres.lock'), '999999999 boot:1 x\n');
  const tries = await Promise.allSettled(Array.from({ length: 10 }, () => lockDataDir(dataDir)));
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await readdir(dataDir)).toEqual(['postgres.lock']);
});
