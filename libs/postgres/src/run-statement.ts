import type { Binaries } from './platform-binaries.js';
import { runBinary } from './run-binary.js';
import type { ServerUser } from './server-user.js';

/** The role that the OMC connects as. */
export const SUPERUSER = 'omc';

/** The database that the OMC uses. */
export const DATABASE = 'omc';

/** Runs one line of SQL as superuser on a cluster that no server serves. Throws PostgresStartError. */
export async function runStatement(
  { binaries, user, cluster }: { binaries: Binaries; user: ServerUser | undefined; cluster: string },
  sql: string,
): Promise<void> {
  await runBinary(
    { binaries, program: 'postgres', args: ['--single', '-D', cluster, 'postgres'], user },
    `${sql}\n`,
  );
}
