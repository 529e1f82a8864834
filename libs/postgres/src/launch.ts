import { BoundedLog } from './bounded-log.js';
import { findPlace } from './cluster-place.js';
import { userOfCluster } from './cluster-user.js';
import type { DataDirLock } from './data-dir-lock.js';
import type { EmbeddedPostgres, StartOptions } from './embedded-postgres.js';
import { endOrphan } from './end-orphan.js';
import { ensureCluster } from './ensure-cluster.js';
import type { Passwords } from './password.js';
import { plainVersionOf, platformBinaries } from './platform-binaries.js';
import { reachableBinaries } from './reachable-binaries.js';
import { DATABASE, RUNTIME, SUPERUSER } from './run-statement.js';
import { runsAsRoot, userForNewCluster } from './server-user.js';
import { startServer } from './start-server.js';
import { superviseServer } from './supervise-server.js';
import { sweepRefuge } from './sweep-refuge.js';

/** A start in a data folder (a real path) that is locked for it. */
export interface Launch extends StartOptions {
  readonly refuge: string;
  readonly lock: DataDirLock;
}

/** Goes the whole way from a locked data folder to a server that takes connections. */
export async function launchIn(launch: Launch): Promise<EmbeddedPostgres> {
  const { dataDir, onProgress } = launch;
  const cluster = await prepareCluster(launch);
  const log = new BoundedLog(dataDir, onProgress);
  try {
    const hear = (line: string) => log.add(line);
    const { server, port } = await startServer({
      ...cluster,
      settings: launch.settings ?? {},
      ...(launch.port === undefined ? {} : { choosePort: always(launch.port) }),
      hear,
      onProgress,
    });
    onProgress(`PostgreSQL ${plainVersionOf(cluster.binaries)} is ready on 127.0.0.1:${port}.`);
    return superviseServer(server, urlsOf(cluster.passwords, port), () => giveFree(log, launch.lock));
  } catch (error) {
    log.close();
    throw error;
  }
}

async function prepareCluster({ dataDir, refuge, onProgress }: Launch) {
  const installed = await platformBinaries();
  const forNew = await userForNewCluster();
  const place = await findPlace(dataDir, forNew, refuge);
  const user = await userOfCluster(place, forNew);
  // Only now: the cluster of a data folder that was moved has just been claimed.
  if (runsAsRoot()) await sweepRefuge({ refuge, dataDir, onProgress });
  const binaries = await reachableBinaries(installed, user, runsAsRoot() ? refuge : dataDir);
  await endOrphan(place.cluster, onProgress);
  const passwords = await ensureCluster({ dataDir, place, binaries, user, onProgress });
  return { cluster: place.cluster, binaries, user, passwords };
}

const always = (port: number) => () => Promise.resolve(port);

function urlsOf({ owner, runtime }: Passwords, port: number) {
  const urlOf = (role: string, password: string) =>
    `postgres://${role}:${encodeURIComponent(password)}@127.0.0.1:${port}/${DATABASE}`;
  return { url: urlOf(SUPERUSER, owner), runtimeUrl: urlOf(RUNTIME, runtime) };
}

async function giveFree(log: BoundedLog, lock: DataDirLock): Promise<void> {
  log.close();
  await lock.release();
}
