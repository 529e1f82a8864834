import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isGone, readOwner } from './cluster-owner.js';
import { placeIn, pointerOf } from './cluster-place.js';
import { serverOf } from './cluster-processes.js';
import { holderOf } from './data-dir-lock.js';
import { endOrphan } from './end-orphan.js';
import { unlessMissing } from './error-code.js';

/** What a sweep needs to know. */
export interface Sweep {
  readonly refuge: string;
  /** The data folder of the launcher that sweeps, which holds its lock. */
  readonly dataDir: string;
  readonly onProgress: (line: string) => void;
}

/**
 * Removes the clusters whose data folder is gone, with their server if it still runs, and those that their
 * data folder no longer points to. One that is in use, or may be, stays; one that resists is reported.
 */
export async function sweepRefuge(sweep: Sweep): Promise<void> {
  if ((await unlessMissing(stat(sweep.refuge))) === undefined) return;
  for (const name of await readdir(sweep.refuge)) {
    const home = join(sweep.refuge, name);
    await sweepHome(home, sweep).catch((error: unknown) =>
      sweep.onProgress(`Could not tidy up ${home}: ${error}`),
    );
  }
}

async function sweepHome(home: string, sweep: Sweep): Promise<void> {
  const owner = await readOwner(home);
  if (owner === undefined) return;
  if (await isGone(owner)) {
    await endOrphan(placeIn(home).cluster, sweep.onProgress);
  } else if (!(await isForsaken(home, owner.dataDir, sweep))) {
    return;
  }
  await rm(home, { recursive: true, force: true, maxRetries: 5 });
  sweep.onProgress(`Removed ${home}: its data folder ${owner.dataDir} does not use it any more.`);
}

async function isForsaken(home: string, dataDir: string, sweep: Sweep): Promise<boolean> {
  // On a file system that is not mounted now: nobody can tell.
  if ((await unlessMissing(stat(dataDir))) === undefined) return false;
  if ((await pointerOf(dataDir)) === home) return false;
  // Whoever makes it just now holds its data folder's lock, and points to it in a moment.
  if (dataDir !== sweep.dataDir && (await holderOf(dataDir)) !== undefined) return false;
  return (await serverOf(placeIn(home).cluster)) === undefined;
}
