import { readFileSync } from 'node:fs';
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
  const endAtExit = () => endServerIn(dataDir);
  process.once('exit', endAtExit);
  project.provide('postgresUrl', postgres.url);
  return async () => {
    process.off('exit', endAtExit);
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}

/** On Ctrl-C vitest leaves without the teardown, and only what needs no waiting can be done. */
function endServerIn(dataDir: string): void {
  const [pid] = readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n');
  process.kill(Number(pid), 'SIGINT');
}
