import { mkdir, realpath } from 'node:fs/promises';
import { asStartError } from './as-start-error.js';
import { lockDataDir } from './data-dir-lock.js';
import type { EmbeddedPostgres, StartOptions } from './embedded-postgres.js';
import { launchIn } from './launch.js';
import { REFUGE } from './refuge.js';

/**
 * Starts the PostgreSQL server that comes with the OMC; at the first start of a data folder makes its database.
 * A server that an earlier launcher left behind is ended. Rejects with PostgresStartError only.
 */
export function startPostgres(options: StartOptions): Promise<EmbeddedPostgres> {
  return startPostgresWith(options, REFUGE);
}

/** The same with another refuge, for when PostgreSQL's user does not reach the data folder or the binaries. */
export async function startPostgresWith(options: StartOptions, refuge: string): Promise<EmbeddedPostgres> {
  try {
    await mkdir(options.dataDir, { recursive: true });
    const dataDir = await realpath(options.dataDir);
    const lock = await lockDataDir(dataDir);
    try {
      return await launchIn({ ...options, dataDir, refuge, lock });
    } catch (error) {
      await lock.release();
      throw error;
    }
  } catch (error) {
    throw asStartError(error);
  }
}
