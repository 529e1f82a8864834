import { resolve } from 'node:path';
import { type EmbeddedPostgres, startPostgres } from '@omc/postgres';
import type { Logger } from 'pino';
import type { Configuration } from './configuration/configuration.js';

/** The database that this OMC uses, and what ends it with us. */
export interface Database {
  readonly url: string;
  stop(): Promise<void>;
}

/** The PostgreSQL of `DATABASE_URL`, or else one of our own under the data directory. */
export async function openDatabase(
  { DATABASE_URL, OMC_DATA_DIR }: Configuration,
  log: Logger,
  onEnd: (error: Error) => void,
): Promise<Database> {
  if (DATABASE_URL !== undefined) return { url: DATABASE_URL, stop: () => Promise.resolve() };
  const postgres: EmbeddedPostgres = await startPostgres({
    dataDir: resolve(OMC_DATA_DIR),
    onProgress: (line) => log.info(line),
  });
  postgres.exited.then(
    (error) => {
      if (error !== undefined) onEnd(error);
    },
    (error: unknown) => onEnd(error instanceof Error ? error : new Error(String(error))),
  );
  return { url: postgres.url, stop: () => postgres.stop() };
}
