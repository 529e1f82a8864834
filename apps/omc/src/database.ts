import { resolve } from 'node:path';
import { type EmbeddedPostgres, startPostgres } from '@omc/postgres';
import type { Logger } from 'pino';
import type { Configuration } from './configuration/configuration.js';

/** The database that this OMC uses, and what ends it with us. */
export interface Database {
  readonly url: string;
  /** How the owner of the tables comes to it; undefined where one role does all. */
  readonly ownerUrl: string | undefined;
  stop(): Promise<void>;
}

/**
 * The PostgreSQL of `DATABASE_URL`, or else one of our own under the data directory, which is brought back where
 * it was if it ends by itself. `onLost` is told when that is in vain.
 */
export async function openDatabase(
  { DATABASE_URL, OMC_DATABASE_OWNER_URL, OMC_DATA_DIR }: Configuration,
  log: Logger,
  onLost: (error: unknown) => void,
): Promise<Database> {
  if (DATABASE_URL !== undefined)
    return { url: DATABASE_URL, ownerUrl: OMC_DATABASE_OWNER_URL, stop: () => Promise.resolve() };
  const options = { dataDir: resolve(OMC_DATA_DIR), onProgress: (line: string) => log.info(line) };
  let postgres = await startPostgres(options);
  const port = Number(new URL(postgres.url).port);

  const reviveWhenItEnds = async (server: EmbeddedPostgres): Promise<void> => {
    const reason = await server.exited;
    if (reason === undefined) return;
    log.error({ reason: reason.message }, 'the database server ended by itself: starting it again');
    postgres = await startPostgres({ ...options, port });
    await reviveWhenItEnds(postgres);
  };
  reviveWhenItEnds(postgres).catch(onLost);
  return { url: postgres.runtimeUrl, ownerUrl: postgres.url, stop: () => postgres.stop() };
}
