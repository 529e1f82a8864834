import { spawn } from 'node:child_process';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { endsWithin, lifeOf } from './process-life.js';
import { launcher } from './testing/launcher.js';
import { answers, folder, start, usedFolder } from './testing/places.js';

const pidIn = async (dataDir: string) =>
  Number((await readFile(join(dataDir, 'postgres/postmaster.pid'), 'utf8')).split('\n')[0]);

test('replaces the server that a killed launcher left behind', async () => {
  const [dataDir, refuge] = [await usedFolder(), await folder()];
  const killed = launcher(dataDir, refuge);
  await killed.told(/^url /);
  const orphan = await pidIn(dataDir);
  await killed.kill();
  expect(await lifeOf(orphan)).toBeDefined();

  const { server, told } = await start({ dataDir }, refuge);
  expect(told()).toContain(`(process ${orphan}): ending it first`);
  expect(await lifeOf(orphan)).toBeUndefined();
  expect(await answers(server.url)).toBe(true);
});

test('takes the server along when the process ends without stopping it', async () => {
  const [dataDir, refuge] = [await usedFolder(), await folder()];
  const careless = launcher(dataDir, refuge);
  await careless.told(/^url /);
  const pid = await pidIn(dataDir);
  const life = (await lifeOf(pid)) ?? '';
  await careless.kill('SIGTERM');
  expect(await endsWithin(pid, life, 30_000)).toBe(true);
});

test('refuses a folder that another launcher uses and names its process', async () => {
  const [dataDir, refuge] = [await usedFolder(), await folder()];
  const first = launcher(dataDir, refuge);
  const url = (await first.told(/^url /)).slice('url '.length);
  await expect(start({ dataDir }, refuge)).rejects.toThrow(`in use by process ${first.pid}`);
  expect(await answers(url)).toBe(true);
  await first.kill();
  await start({ dataDir }, refuge);
});

test('begins anew when the making of the database was cut off', async () => {
  const [dataDir, refuge] = [await folder(), await folder()];
  const killed = launcher(dataDir, refuge);
  await killed.told(/Creating the database/);
  await killed.kill();
  expect(await readdir(dataDir)).not.toContain('postgres');

  const { server, told } = await start({ dataDir }, refuge);
  expect(told()).toMatch(/Creating the database/);
  expect(await answers(server.url)).toBe(true);
  expect((await readdir(dataDir)).filter((name) => name.includes('.new-'))).toEqual([]);
});

test('ends only servers of its own database, not whoever has the id of a dead one', async () => {
  const dataDir = await usedFolder();
  const bystander = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1e6)'], { stdio: 'ignore' });
  try {
    await writeFile(join(dataDir, 'postgres/postmaster.pid'), `${bystander.pid}\n${dataDir}/postgres\n`);
    const { server } = await start({ dataDir });
    expect(await answers(server.url)).toBe(true);
    expect(await lifeOf(bystander.pid ?? 0)).toBeDefined();
  } finally {
    bystander.kill('SIGKILL');
  }
});

test('takes the id file of a server that ran before a reboot for what it is', async () => {
  const dataDir = await usedFolder();
  await writeFile(join(dataDir, 'postgres/postmaster.pid'), '999999999\n');
  const { server } = await start({ dataDir });
  expect(await answers(server.url)).toBe(true);
});

test('does not mind what an interrupted launcher left in the folder', async () => {
  const dataDir = await folder();
  await mkdir(join(dataDir, 'postgres.new-abcdef/cluster'), { recursive: true });
  await mkdir(join(dataDir, 'postgres'));
  const { server } = await start({ dataDir });
  expect(await answers(server.url)).toBe(true);
  expect((await readdir(dataDir)).filter((name) => name.includes('.new-'))).toEqual([]);
});
