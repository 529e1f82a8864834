import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '@omc/postgres';
import type {} from 'vitest';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  /** What `inject` gives in a test. */
  export interface ProvidedContext {
    /** A PostgreSQL server for all tests of the store; each test makes a database of its own in it. */
    readonly postgresUrl: string;
  }
}

/** Starts one PostgreSQL server for the tests of the store, in a folder that goes away with it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'omc-store-tests-'));
  const postgres = await startPostgres({ dataDir, onProgress: () => undefined });
  // On Ctrl-C vitest leaves without the teardown. The server ends with its launcher; its folder has to go, too.
  const removeAtExit = () => rmSync(dataDir, { recursive: true, force: true, maxRetries: 3 });
  process.once('exit', removeAtExit);
  project.provide('postgresUrl', postgres.url);
  return async () => {
    process.off('exit', removeAtExit);
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}
