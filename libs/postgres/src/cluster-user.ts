import { stat } from 'node:fs/promises';
import { type ClusterPlace, isTaken } from './cluster-place.js';
import { PostgresStartError } from './postgres-start-error.js';
import { reaches } from './reach.js';
import { runsAsRoot, type ServerUser } from './server-user.js';

/**
 * Whom the server of this place runs as: the cluster's owner, or for a new one, and for one of root's, the user given.
 * Throws PostgresStartError when this process may not do that.
 */
export async function userOfCluster(
  place: ClusterPlace,
  forNew: ServerUser | undefined,
): Promise<ServerUser | undefined> {
  const user = (await isTaken(place)) ? await ownerOf(place.cluster, forNew) : forNew;
  if (!(await reaches(user, place.home))) throw unreachable(place.cluster, user?.name ?? '');
  return user;
}

async function ownerOf(cluster: string, forNew: ServerUser | undefined): Promise<ServerUser | undefined> {
  const { uid, gid } = await stat(cluster);
  if (!runsAsRoot()) {
    if (uid !== process.getuid?.()) throw belongsTo(cluster, uid);
    return undefined;
  }
  // Root's own is a copy or a backup that it has put here.
  return uid === 0 ? forNew : { name: `user ${uid}`, uid, gid };
}

function belongsTo(cluster: string, uid: number): PostgresStartError {
  return new PostgresStartError(
    `The database in ${cluster} belongs to another user (uid ${uid}).`,
    'Start the OMC as that user or as root, or choose another folder with OMC_DATA_DIR.',
  );
}

function unreachable(cluster: string, name: string): PostgresStartError {
  return new PostgresStartError(
    `The database in ${cluster} belongs to ${name}, who may not enter one of the folders above it any more.`,
    'Let that user pass through these folders (chmod o+x), or move the data folder to where it may.',
  );
}
