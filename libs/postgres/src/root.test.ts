import { execFile } from 'node:child_process';
import { chmod, chown, cp, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { pointerOf } from './cluster-place.js';
import { platformBinaries } from './platform-binaries.js';
import { lifeOf } from './process-life.js';
import { reachableBinaries } from './reachable-binaries.js';
import { runsAsRoot, userForNewCluster } from './server-user.js';
import { launcher } from './testing/launcher.js';
import { answers, folder, start, usedFolder } from './testing/places.js';

const run = promisify(execFile);

/** A data folder where only root gets, and what is known of its cluster elsewhere. */
async function hiddenFolder() {
  const dataDir = join(await folder(0o700), 'data');
  const home = async () => (await pointerOf(dataDir)) ?? '';
  const server = async () =>
    Number((await readFile(join(await home(), 'postgres/postmaster.pid'), 'utf8')).split('\n')[0]);
  return { dataDir, home, server };
}

function asRoot() {
  test('runs PostgreSQL as another user, in the data folder where that user gets there', async () => {
    const dataDir = await folder();
    await start({ dataDir });
    const user = await userForNewCluster();
    expect(user?.uid).toBeGreaterThan(0);
    expect((await stat(join(dataDir, 'postgres'))).uid).toBe(user?.uid);
    expect((await stat(dataDir)).uid).toBe(0);
  });

  test('keeps the database in the refuge when the data folder is closed to that user, and opens nothing', async () => {
    const refuge = await folder();
    const hidden = await hiddenFolder();
    const first = await start({ dataDir: hidden.dataDir }, refuge);
    expect(await hidden.home()).toContain(refuge);
    expect((await stat(join(hidden.dataDir, '..'))).mode & 0o777).toBe(0o700);
    await first.server.stop();
    const again = await start({ dataDir: hidden.dataDir }, refuge);
    expect(again.told()).not.toMatch(/Creating/);
    expect(await answers(again.server.url)).toBe(true);
  });

  test('a new data folder at the same path gets a new database, and the old one is removed with its server', async () => {
    const refuge = await folder();
    const hidden = await hiddenFolder();
    const killed = launcher(hidden.dataDir, refuge);
    await killed.told(/^url /);
    const [orphan, oldHome] = [await hidden.server(), await hidden.home()];
    await killed.kill();
    await rm(hidden.dataDir, { recursive: true });

    const { told } = await start({ dataDir: await usedFolder() }, refuge);
    expect(told()).toContain(`Removed ${oldHome}`);
    expect(await lifeOf(orphan)).toBeUndefined();
    expect(await readdir(refuge)).toEqual([]);
    const anew = await start({ dataDir: hidden.dataDir }, refuge);
    expect(anew.told()).toMatch(/Creating/);
    expect(await hidden.home()).not.toBe(oldHome);
  });

  test('leaves the databases of other data folders alone, running or not', async () => {
    const refuge = await folder();
    const [running, stopped] = [await hiddenFolder(), await hiddenFolder()];
    const one = await start({ dataDir: running.dataDir }, refuge);
    await (await start({ dataDir: stopped.dataDir }, refuge)).server.stop();
    await start({ dataDir: await usedFolder() }, refuge);
    expect(await answers(one.server.url)).toBe(true);
    expect(await readdir(refuge)).toHaveLength(2);
  });

  test('leaves a running server alone that its data folder no longer points to', async () => {
    const refuge = await folder();
    const hidden = await hiddenFolder();
    const killed = launcher(hidden.dataDir, refuge);
    await killed.told(/^url /);
    const [orphan, home] = [await hidden.server(), await hidden.home()];
    await killed.kill();
    const pointer = join(hidden.dataDir, 'cluster');
    await rename(pointer, `${pointer}.aside`);
    await start({ dataDir: await usedFolder() }, refuge);
    expect(await lifeOf(orphan)).toBeDefined();
    expect(await readdir(home)).toContain('postgres');
    await rename(`${pointer}.aside`, pointer);
    await start({ dataDir: hidden.dataDir }, refuge);
  });

  test('keeps a database whose data folder is on a disk that is not mounted now', async () => {
    const refuge = await folder();
    const home = join(refuge, 'home');
    await mkdir(home);
    await writeFile(
      join(home, 'owner'),
      JSON.stringify({ dataDir: join(await folder(), 'disk/data'), device: -1 }),
    );
    await start({ dataDir: await usedFolder() }, refuge);
    expect(await readdir(refuge)).toEqual(['home']);
  });

  test('follows a data folder that was moved, and refuses a copy of one', async () => {
    const refuge = await folder();
    const hidden = await hiddenFolder();
    await (await start({ dataDir: hidden.dataDir }, refuge)).server.stop();
    await cp(hidden.dataDir, `${hidden.dataDir}-copy`, { recursive: true });
    await expect(start({ dataDir: `${hidden.dataDir}-copy` }, refuge)).rejects.toThrow(/is a copy of/);
    await rename(hidden.dataDir, `${hidden.dataDir}-moved`);
    const { told } = await start({ dataDir: `${hidden.dataDir}-moved` }, refuge);
    expect(told()).not.toMatch(/Creating/);
  });

  test('hands a database that root has restored from a backup to the user that serves it', async () => {
    const dataDir = await usedFolder();
    await run('chown', ['-R', '0:0', join(dataDir, 'postgres')]);
    await chmod(join(dataDir, 'postgres'), 0o755);
    const { server } = await start({ dataDir });
    expect(await answers(server.url)).toBe(true);
  });

  test('says so when the refuge has lost the database', async () => {
    const refuge = await folder();
    const hidden = await hiddenFolder();
    await (await start({ dataDir: hidden.dataDir }, refuge)).server.stop();
    await rm(await hidden.home(), { recursive: true });
    await expect(start({ dataDir: hidden.dataDir }, refuge)).rejects.toThrow(
      /which is gone[\s\S]*empty database/,
    );
  });

  test('copies binaries that the user cannot reach, with the library links that were not made', async () => {
    const [hidden, copies] = [await folder(0o700), await folder()];
    // What a launcher leaves that is killed while it copies.
    await mkdir(join(copies, '.draft-999999999-x'));
    const installed = await platformBinaries();
    const root = join(hidden, 'native');
    await cp(installed.root, root, { recursive: true, filter: (path) => !path.endsWith('libpq.so.5') });
    await chmod(join(root, 'lib/libpq.so.5.18'), 0o600);
    const user = await userForNewCluster();
    const copy = await reachableBinaries({ ...installed, root }, user, copies);
    expect(copy.root).toBe(join(copies, `postgresql-${installed.version}`));
    const as = { uid: user?.uid ?? 0, gid: user?.gid ?? 0, cwd: '/' };
    expect((await run(join(copy.root, 'bin/initdb'), ['--version'], as)).stdout).toMatch(/PostgreSQL/);
    const made = await stat(copy.root);
    expect((await stat((await reachableBinaries({ ...installed, root }, user, copies)).root)).ino).toBe(
      made.ino,
    );
    expect(await readdir(copies)).toHaveLength(1);
  });

  test('a plain user runs PostgreSQL itself; root goes on with its database, another plain user is refused', async () => {
    const [dataDir, refuge] = [await folder(), await folder()];
    await chown(dataDir, 65534, 65534);
    const plain = launcher(dataDir, refuge, { uid: 65534, gid: 65534 });
    await plain.told(/^url /);
    expect((await stat(join(dataDir, 'postgres'))).uid).toBe(65534);
    await plain.kill();
    const { server } = await start({ dataDir }, refuge);
    expect((await stat(join(dataDir, 'postgres'))).uid).toBe(65534);
    await server.stop();
    await chmod(dataDir, 0o777);
    const other = launcher(dataDir, refuge, { uid: 12345, gid: 12345 });
    expect(await other.told(/PostgresStartError/)).toMatch(/belongs to another user \(uid 65534\)/);
  });
}

// Only root changes users; for anybody else there is nothing to show.
if (runsAsRoot()) describe('as root', asRoot);
else
  test('is a plain user, for whom the server runs under its own name', async () => {
    expect(await userForNewCluster()).toBeUndefined();
  });
