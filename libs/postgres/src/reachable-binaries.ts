import { chmod, cp, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode, unlessMissing } from './error-code.js';
import { hydrateSymlinks } from './hydrate-symlinks.js';
import type { Binaries } from './platform-binaries.js';
import { reaches, readsAndRuns } from './reach.js';
import { addToRefuge } from './refuge.js';
import type { ServerUser } from './server-user.js';

/**
 * Binaries that the user can run: the installed ones where they can be reached and are complete,
 * else a copy in `copies`, which is made once for each version.
 */
export async function reachableBinaries(
  installed: Binaries,
  user: ServerUser | undefined,
  copies: string,
): Promise<Binaries> {
  if ((await runsInPlace(installed.root, user)) && (await hydrateSymlinks(installed.root))) return installed;
  const name = `postgresql-${installed.version}`;
  const root = join(copies, name);
  if ((await unlessMissing(stat(root))) === undefined) await copyTo(copies, name, installed.root);
  return { ...installed, root };
}

async function runsInPlace(root: string, user: ServerUser | undefined): Promise<boolean> {
  if (!(await reaches(user, join(root, 'bin')))) return false;
  const needed = ['bin/postgres', 'bin/initdb', 'lib', 'lib/postgresql', 'share', 'share/postgresql'];
  const answers = await Promise.all(needed.map((path) => readsAndRuns(user, join(root, path))));
  return answers.every(Boolean);
}

async function copyTo(copies: string, name: string, installed: string): Promise<void> {
  try {
    await addToRefuge(copies, name, async (draft) => {
      await cp(installed, draft, { recursive: true, verbatimSymlinks: true });
      await openToAll(draft);
      await hydrateSymlinks(draft);
    });
  } catch (error) {
    // Another launcher was quicker: its copy is as good.
    if (errorCode(error) !== 'ENOTEMPTY' && errorCode(error) !== 'EEXIST') throw error;
  }
}

/** As "chmod -R a+rX": the originals may be private to whoever installed them. */
async function openToAll(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isSymbolicLink()) continue;
    const path = join(entry.parentPath, entry.name);
    const { mode } = await stat(path);
    await chmod(path, mode | 0o444 | (mode & 0o100 ? 0o111 : 0));
  }
  await chmod(folder, 0o755);
}
