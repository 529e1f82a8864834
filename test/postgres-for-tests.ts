import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '@omc/postgres';
import { openStore } from '@omc/store';
import pg from 'pg';
import type {} from 'vitest';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  /** What `inject` gives in a test. */
  export interface ProvidedContext {
    /** A PostgreSQL server for all tests of the store; each test makes a database of its own in it. */
    readonly postgresUrl: string;
    /** Name of a database in it that has the schema: to be copied, since making it takes most of a second. */
    readonly modelDatabase: string;
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
  project.provide('modelDatabase', await makeModel(postgres.url));
  return async () => {
    process.off('exit', removeAtExit);
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}

async function makeModel(server: string): Promise<string> {
  const model = 'model';
  const maker = new pg.Client({ connectionString: server });
  await maker.connect();
  // A database of each test is not to outlive the machine: waiting for the disk would take half of the time.
  await maker.query('alter system set fsync = off');
  await maker.query('select pg_reload_conf()');
  await maker.query(`create database ${model}`);
  await maker.end();
  const url = new URL(server);
  url.pathname = `/${model}`;
  const store = await openStore({
    url: url.href,
    now: Date.now,
    pause: () => Promise.reject(new Error('the server of the tests does not answer')),
    onTrouble: () => undefined,
  });
  await store.close();
  return model;
}
