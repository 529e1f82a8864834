import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ANOTHER_SERVER } from './advice.js';
import { type ClusterPlace, isTaken } from './cluster-place.js';
import { createCluster } from './create-cluster.js';
import { unlessMissing } from './error-code.js';
import { generatePassword, keepPassword, type Passwords, readPassword, type Who } from './password.js';
import { type Binaries, majorOf, plainVersionOf } from './platform-binaries.js';
import { PostgresStartError } from './postgres-start-error.js';
import { restoreOwnership } from './restore-ownership.js';
import { RUNTIME, runStatements, SUPERUSER } from './run-statement.js';
import type { ServerUser } from './server-user.js';

/** A data folder whose cluster is wanted. */
export interface WantedCluster {
  readonly dataDir: string;
  readonly place: ClusterPlace;
  readonly binaries: Binaries;
  readonly user: ServerUser | undefined;
  readonly onProgress: (line: string) => void;
}

/** Makes the cluster unless it is there. Returns the passwords of its roles. Throws PostgresStartError if it cannot be used. */
export async function ensureCluster(wanted: WantedCluster): Promise<Passwords> {
  if (await isTaken(wanted.place)) return existing(wanted);
  wanted.onProgress(
    `Creating the database in ${wanted.place.cluster} (PostgreSQL ${plainVersionOf(wanted.binaries)}).`,
  );
  const passwords = { owner: await keptOrNew(wanted, 'owner'), runtime: await keptOrNew(wanted, 'runtime') };
  await createCluster({ ...wanted, passwords });
  return passwords;
}

async function keptOrNew({ dataDir }: WantedCluster, who: Who): Promise<string> {
  const password = (await readPassword(dataDir, who)) ?? generatePassword();
  await keepPassword(dataDir, who, password);
  return password;
}

async function existing(wanted: WantedCluster): Promise<Passwords> {
  const { cluster } = wanted.place;
  await checkVersion(cluster, wanted.binaries);
  await restoreOwnership(cluster, wanted.user);
  const { dataDir } = wanted;
  return {
    owner: (await readPassword(dataDir, 'owner')) ?? (await renewPassword(wanted)),
    runtime: (await readPassword(dataDir, 'runtime')) ?? (await addRuntimeRole(wanted)),
  };
}

async function renewPassword({ dataDir, place, binaries, user, onProgress }: WantedCluster): Promise<string> {
  onProgress('The password of the database is missing: making a new one.');
  const password = generatePassword();
  await runStatements(
    { binaries, user, cluster: place.cluster },
    `ALTER ROLE ${SUPERUSER} PASSWORD '${password}'`,
  );
  await keepPassword(dataDir, 'owner', password);
  return password;
}

/** A cluster of an earlier version has no such role; one whose password was lost gets another. */
async function addRuntimeRole({
  dataDir,
  place,
  binaries,
  user,
  onProgress,
}: WantedCluster): Promise<string> {
  onProgress(`Giving the database its role ${RUNTIME}.`);
  const password = generatePassword();
  await runStatements(
    { binaries, user, cluster: place.cluster },
    `DO $$ BEGIN CREATE ROLE ${RUNTIME}; EXCEPTION WHEN duplicate_object THEN NULL; END $$`,
    `ALTER ROLE ${RUNTIME} LOGIN PASSWORD '${password}'`,
  );
  await keepPassword(dataDir, 'runtime', password);
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
