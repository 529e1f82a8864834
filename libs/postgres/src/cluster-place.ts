import { randomUUID } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readOwner, writeOwner } from './cluster-owner.js';
import { unless, unlessMissing } from './error-code.js';
import { PostgresStartError } from './postgres-start-error.js';
import { reaches } from './reach.js';
import { addToRefuge } from './refuge.js';
import type { ServerUser } from './server-user.js';
import { writeWhole } from './write-whole.js';

/** Where a data folder's cluster is, or will be. */
export interface ClusterPlace {
  /** The folder around it: the data folder itself, or a folder of the refuge. */
  readonly home: string;
  /** PostgreSQL's data directory. */
  readonly cluster: string;
}

/** The file of a data folder that names its home in the refuge. */
const pointerFile = (dataDir: string) => join(dataDir, 'cluster');

/** The place of a cluster below its home. */
export const placeIn = (home: string): ClusterPlace => ({ home, cluster: join(home, 'postgres') });

/** The home of the data folder's cluster in the refuge, if it has one there. */
export async function pointerOf(dataDir: string): Promise<string | undefined> {
  return (await unlessMissing(readFile(pointerFile(dataDir), 'utf8')))?.trim();
}

/** Whether there is a cluster, or anything else than an empty folder in its place. */
export async function isTaken({ cluster }: ClusterPlace): Promise<boolean> {
  if ((await unlessMissing(stat(cluster))) === undefined) return false;
  // What cannot be listed is a file or somebody else's.
  const names = await unless(['ENOTDIR', 'EACCES'], readdir(cluster));
  return names === undefined || names.length > 0;
}

/**
 * The place of the data folder's cluster. A new one is put into the data folder where the user reaches that,
 * else into a home of its own in the refuge. Throws PostgresStartError when the home is lost or another's.
 */
export async function findPlace(
  dataDir: string,
  user: ServerUser | undefined,
  refuge: string,
): Promise<ClusterPlace> {
  const home = await pointerOf(dataDir);
  if (home !== undefined) {
    await claim(home, dataDir);
    return placeIn(home);
  }
  const inside = placeIn(dataDir);
  if ((await isTaken(inside)) || (await reaches(user, dataDir))) return inside;
  return placeIn(await newHome(dataDir, refuge));
}

/** The data folder's lock keeps other launchers from removing the home before anything points to it. */
async function newHome(dataDir: string, refuge: string): Promise<string> {
  const home = await addToRefuge(refuge, randomUUID(), (draft) => writeOwner(draft, dataDir));
  await writeWhole(pointerFile(dataDir), `${home}\n`, 0o644);
  return home;
}

/** Makes sure that the home is this data folder's; one whose data folder was moved goes with it. */
async function claim(home: string, dataDir: string): Promise<void> {
  const owner = await readOwner(home);
  if (owner === undefined) throw lost(home, dataDir);
  if (owner.dataDir === dataDir) return;
  const isCopy = (await pointerOf(owner.dataDir)) === home && !(await isSameFolder(owner.dataDir, dataDir));
  if (isCopy) throw copied(owner.dataDir, dataDir);
  await writeOwner(home, dataDir);
}

async function isSameFolder(one: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all([stat(one), stat(other)]);
  return a.dev === b.dev && a.ino === b.ino;
}

function lost(home: string, dataDir: string): PostgresStartError {
  return new PostgresStartError(
    `The database of ${dataDir} was kept in ${home}, which is gone.`,
    `Restore ${home} from a backup, or remove ${pointerFile(dataDir)} to begin with an empty database.`,
  );
}

function copied(original: string, copy: string): PostgresStartError {
  return new PostgresStartError(
    `${copy} is a copy of ${original}, whose database is kept elsewhere and was not copied with it.`,
    `Remove ${pointerFile(copy)} to begin with an empty database, or use ${original}.`,
  );
}
