import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '@omc/postgres';
import { Client } from 'pg';

/** A database for one run of a benchmark, gone afterwards. */
export interface BenchDatabase {
  readonly url: string;
  remove(): Promise<void>;
}

/** In the server of `DATABASE_URL`, or else in a PostgreSQL of our own, with the OMC's settings. */
export function makeDatabase(): Promise<BenchDatabase> {
  const { DATABASE_URL } = process.env;
  return DATABASE_URL === undefined ? ownServer() : databaseIn(DATABASE_URL);
}

async function ownServer(): Promise<BenchDatabase> {
  const dataDir = await mkdtemp(join(tmpdir(), 'omc-bench-'));
  // The database server of root runs as another user, who has to get here.
  await chmod(dataDir, 0o755);
  const server = await startPostgres({ dataDir, onProgress: () => undefined });
  return {
    url: server.url,
    remove: async () => {
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function databaseIn(server: string): Promise<BenchDatabase> {
  const name = `omc_bench_${process.pid}`;
  await inDatabase(server, (client) => client.query(`create database ${name}`));
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    remove: async () => {
      await inDatabase(server, (client) => client.query(`drop database ${name} with (force)`));
    },
  };
}

/** Does something over a connection of its own. */
export async function inDatabase<Result>(
  url: string,
  use: (client: Client) => Promise<Result>,
): Promise<Result> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}
