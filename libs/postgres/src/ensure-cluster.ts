import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ANOTHER_SERVER } from './advice.js';
import { type ClusterPlace, isTaken } from './cluster-place.js';
import { createCluster } from './create-cluster.js';
import { unlessMissing } from './error-code.js';
import { generatePassword, keepPassword, readPassword } from './password.js';
import { type Binaries, majorOf, plainVersionOf } from './platform-binaries.js';
import { PostgresStartError } from './postgres-start-error.js';
import { restoreOwnership } from './restore-ownership.js';
import { runStatement, SUPERUSER } from './run-statement.js';
import type { ServerUser } from './server-user.js';

/** A data folder whose cluster is wanted. */
export interface WantedCluster {
  readonly dataDir: string;
  readonly place: ClusterPlace;
  readonly binaries: Binaries;
  readonly user: ServerUser | undefined;
  readonly onProgress: (line: string) => void;
}

/** Makes the cluster unless it is there. Returns the password. Throws PostgresStartError if it cannot be used. */
export async function ensureCluster(wanted: WantedCluster): Promise<string> {
  if (await isTaken(wanted.place)) return existing(wanted);
  wanted.onProgress(
    `Creating the database in ${wanted.place.cluster} (PostgreSQL ${plainVersionOf(wanted.binaries)}).`,
  );
  const password = (await readPassword(wanted.dataDir)) ?? generatePassword();
  await keepPassword(wanted.dataDir, password);
  await createCluster({ ...wanted, password });
  return password;
}

async function existing(wanted: WantedCluster): Promise<string> {
  const { cluster } = wanted.place;
  await checkVersion(cluster, wanted.binaries);
  await restoreOwnership(cluster, wanted.user);
  return (await readPassword(wanted.dataDir)) ?? (await renewPassword(wanted));
}

async function renewPassword({ dataDir, place, binaries, user, onProgress }: WantedCluster): Promise<string> {
  onProgress('The password of the database is missing: making a new one.');
  const password = generatePassword();
  await runStatement(
    { binaries, user, cluster: place.cluster },
    `ALTER ROLE ${SUPERUSER} PASSWORD '${password}'`,
  );
  await keepPassword(dataDir, password);
  return password;
}

async function checkVersion(cluster: string, binaries: Binaries): Promise<void> {
  const major = (await unlessMissing(readFile(join(cluster, 'PG_VERSION'), 'utf8')))?.trim();
  if (major === majorOf(binaries)) return;
  if (major === undefined) {
    throw new PostgresStartError(
      `${cluster} is not empty and holds no PostgreSQL database.`,
      'Move it away, or choose another folder with OMC_DATA_DIR.',
    );
  }
  throw new PostgresStartError(
    `The database in ${cluster} was made by PostgreSQL ${major}; this OMC brings PostgreSQL ${majorOf(binaries)}.`,
    `Copy it with pg_dump and psql from the OMC that made it, or ${ANOTHER_SERVER} that serves it.`,
  );
}
