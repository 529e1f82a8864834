import type { Binaries } from './platform-binaries.js';
import { runBinary } from './run-binary.js';
import type { ServerUser } from './server-user.js';

/** The role that owns the tables. */
export const SUPERUSER = 'omc';

/** The role that the OMC works with; it owns nothing. */
export const RUNTIME = 'omc_runtime';

/** The database that the OMC uses. */
export const DATABASE = 'omc';

/** Runs statements, a line of SQL each, as superuser on a cluster that no server serves. Throws PostgresStartError. */
export async function runStatements(
  { binaries, user, cluster }: { binaries: Binaries; user: ServerUser | undefined; cluster: string },
  ...lines: readonly string[]
): Promise<void> {
  await runBinary(
    { binaries, program: 'postgres', args: ['--single', '-D', cluster, 'postgres'], user },
    lines.map((line) => `${line}\n`).join(''),
  );
}
