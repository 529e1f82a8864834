import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PostgresStartError } from './postgres-start-error.js';
import { lifeOf } from './process-life.js';
import { answers, folder, start, usedFolder } from './testing/places.js';

const pidIn = async (dataDir: string) =>
  Number((await readFile(join(dataDir, 'postgres/postmaster.pid'), 'utf8')).split('\n')[0]);

test('makes a database at the first start and goes on with it at the next', async () => {
  const dataDir = join(await folder(), 'data');
  const first = await start({ dataDir });
  expect(first.told()).toMatch(/Creating the database/);
  expect(await answers(first.server.url)).toBe(true);
  await first.server.stop();
  const made = await stat(join(dataDir, 'postgres/PG_VERSION'));

  const second = await start({ dataDir });
  expect(second.told()).not.toMatch(/Creating/);
  expect(await answers(second.server.url)).toBe(true);
  expect((await stat(join(dataDir, 'postgres/PG_VERSION'))).ino).toBe(made.ino);
  expect(new URL(second.server.url).password).toBe(new URL(first.server.url).password);
});

test('gives role and database "omc" a password that only the owner of the folder reads', async () => {
  const dataDir = await folder();
  const { server } = await start({ dataDir });
  const url = new URL(server.url);
  const kept = join(dataDir, 'postgres-password');
  expect([url.protocol, url.hostname, url.username, url.pathname]).toEqual([
    'postgres:',
    '127.0.0.1',
    'omc',
    '/omc',
  ]);
  expect((await readFile(kept, 'utf8')).trim()).toBe(url.password);
  expect(url.password.length).toBeGreaterThanOrEqual(24);
  expect((await stat(kept)).mode & 0o777).toBe(0o600);
});

test('leaves no process, no lock and no listener behind when stopped, however often', async () => {
  const dataDir = await usedFolder();
  const { server } = await start({ dataDir });
  const pid = await pidIn(dataDir);
  await Promise.all([server.stop(), server.stop()]);
  await server.stop();
  expect(await server.exited).toBeUndefined();
  expect(await answers(server.url)).toBe(false);
  expect(await lifeOf(pid)).toBeUndefined();
  expect((await readdir(dataDir)).sort()).toEqual([
    'postgres',
    'postgres-password',
    'postgres-runtime-password',
    'postgres.log',
  ]);
});

test('tells when the server is killed, and starts again at once', async () => {
  const dataDir = await usedFolder();
  const { server } = await start({ dataDir });
  process.kill(await pidIn(dataDir), 'SIGKILL');
  expect((await server.exited)?.message).toMatch(/ended unexpectedly \(SIGKILL\)/);
  const again = await start({ dataDir });
  expect(await answers(again.server.url)).toBe(true);
  expect(again.told()).toMatch(/automatic recovery/);
});

test('tells when somebody else shuts the server down', async () => {
  const dataDir = await usedFolder();
  const { server } = await start({ dataDir });
  process.kill(await pidIn(dataDir), 'SIGINT');
  expect((await server.exited)?.message).toMatch(/exit code 0[\s\S]*database system is shut down/);
});

test('makes a new password when the kept one is lost', async () => {
  const dataDir = await usedFolder();
  await rm(join(dataDir, 'postgres-password'));
  const { server, told } = await start({ dataDir });
  expect(told()).toMatch(/making a new one/);
  expect(server.url).toContain((await readFile(join(dataDir, 'postgres-password'), 'utf8')).trim());
});

test('gives a database that was made with one role the other', async () => {
  const dataDir = await usedFolder();
  const kept = join(dataDir, 'postgres-runtime-password');
  await rm(kept);
  const { server, told } = await start({ dataDir });
  expect(told()).toMatch(/its role omc_runtime/);
  const url = new URL(server.runtimeUrl);
  expect([url.username, url.pathname]).toEqual(['omc_runtime', '/omc']);
  expect((await readFile(kept, 'utf8')).trim()).toBe(url.password);
  expect((await stat(kept)).mode & 0o777).toBe(0o600);
});

test('names the wrong setting, then starts without it', async () => {
  const dataDir = await usedFolder();
  const failure = await start({ dataDir, settings: { shared_buffers: 'plenty' } }).catch(
    (error: unknown) => error,
  );
  expect(failure).toBeInstanceOf(PostgresStartError);
  expect(String(failure)).toMatch(/"shared_buffers": "plenty"[\s\S]*A PostgreSQL setting is wrong/);
  const { server } = await start({ dataDir });
  expect(await answers(server.url)).toBe(true);
});

test('refuses a database of another major version and names both', async () => {
  const dataDir = await usedFolder();
  await writeFile(join(dataDir, 'postgres/PG_VERSION'), '17\n');
  await expect(start({ dataDir })).rejects.toThrow(
    /made by PostgreSQL 17; this OMC brings PostgreSQL 18[\s\S]*DATABASE_URL/,
  );
});

test('does not touch something else in the place of its database', async () => {
  const dataDir = await folder();
  await writeFile(join(dataDir, 'postgres'), 'mine');
  await expect(start({ dataDir })).rejects.toThrow(PostgresStartError);
  expect(await readFile(join(dataDir, 'postgres'), 'utf8')).toBe('mine');
});

test('says what to do when the data folder cannot be made', async () => {
  const file = join(await folder(), 'file');
  await writeFile(file, '');
  await expect(start({ dataDir: join(file, 'data') })).rejects.toThrow(/OMC_DATA_DIR/);
});

test('does not touch a folder of somebody else in the place of its database', async () => {
  const dataDir = await folder();
  const other = join(dataDir, 'postgres');
  await mkdir(other, { mode: 0o755 });
  await writeFile(join(other, 'notes'), '');
  const before = await stat(other);
  await expect(start({ dataDir })).rejects.toThrow(/holds no PostgreSQL database/);
  const { uid, mode } = await stat(other);
  expect([uid, mode]).toEqual([before.uid, before.mode]);
});
