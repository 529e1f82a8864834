import { chown, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ClusterPlace } from './cluster-place.js';
import type { Passwords } from './password.js';
import type { Binaries } from './platform-binaries.js';
import { runBinary } from './run-binary.js';
import { DATABASE, RUNTIME, runStatements, SUPERUSER } from './run-statement.js';
import type { ServerUser } from './server-user.js';
import { renameDurably } from './write-whole.js';

/** What a new cluster is made of. */
export interface NewCluster {
  readonly place: ClusterPlace;
  readonly binaries: Binaries;
  readonly user: ServerUser | undefined;
  readonly passwords: Passwords;
}

/**
 * Makes the cluster with the superuser `omc`, the role `omc_runtime` and the database `omc`. It is made in a draft and renamed, so that
 * one whose making was interrupted is never met; left-over drafts are removed.
 */
export async function createCluster({ place, binaries, user, passwords }: NewCluster): Promise<void> {
  await removeDrafts(place);
  const draft = await mkdtemp(draftPrefix(place));
  const cluster = join(draft, 'cluster');
  const passwordFile = join(draft, 'password');
  try {
    await mkdir(cluster, { mode: 0o700 });
    await writeFile(passwordFile, passwords.owner, { mode: 0o600 });
    if (user) for (const path of [passwordFile, cluster, draft]) await chown(path, user.uid, user.gid);
    await runBinary({ binaries, program: 'initdb', args: initdbArgs(cluster, passwordFile), user });
    await runStatements(
      { binaries, user, cluster },
      `CREATE DATABASE ${DATABASE}`,
      `CREATE ROLE ${RUNTIME} LOGIN PASSWORD '${passwords.runtime}'`,
    );
    await renameDurably(cluster, place.cluster);
  } finally {
    await rm(draft, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The order of code points, and upper and lower case of every alphabet: the same on every system. */
function initdbArgs(cluster: string, passwordFile: string): string[] {
  return [
    `--pgdata=${cluster}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    '--no-instructions',
  ];
}

const draftPrefix = (place: ClusterPlace) => `${place.cluster}.new-`;

/** The data folder's lock says that nobody else is making one. */
async function removeDrafts(place: ClusterPlace): Promise<void> {
  const prefix = basename(draftPrefix(place));
  for (const name of await readdir(place.home)) {
    if (name.startsWith(prefix))
      await rm(join(place.home, name), { recursive: true, force: true, maxRetries: 5 });
  }
}
