import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, vi } from 'vitest';
import type { EmbeddedPostgres, StartOptions } from '../embedded-postgres.js';
import { startPostgresWith } from '../start-postgres.js';

// A machine that is busy otherwise takes its time to make a database.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

/** Folders and servers of one test, all gone after it. */
const folders: string[] = [];
const servers: EmbeddedPostgres[] = [];

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()));
  await Promise.all(
    folders.splice(0).map((folder) => rm(folder, { recursive: true, force: true, maxRetries: 5 })),
  );
});

/** A new folder; 0755 lets every user in, 0700 only the one who runs the test. */
export async function folder(mode: 0o755 | 0o700 = 0o755): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'omc-postgres-'));
  folders.push(path);
  await chmod(path, mode);
  return path;
}

let model: Promise<string> | undefined;

afterAll(async () => {
  const made = await model;
  if (made !== undefined) await rm(made, { recursive: true, force: true, maxRetries: 5 });
});

/** A new data folder that has been used and left in order before: a copy, since making a database takes seconds. */
export async function usedFolder(): Promise<string> {
  model ??= makeModel();
  const dataDir = await folder();
  // Keeps the owner, which copying within Node does not.
  await promisify(execFile)('cp', ['-a', `${await model}/.`, dataDir]);
  return dataDir;
}

async function makeModel(): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), 'omc-postgres-'));
  await chmod(dataDir, 0o755);
  const server = await startPostgresWith({ dataDir, onProgress: () => undefined }, await folder());
  await server.stop();
  return dataDir;
}

/** A server that is stopped after the test, what it told on its way, and a refuge of the test's own. */
export async function start(options: Partial<StartOptions> & { dataDir: string }, refuge?: string) {
  const told: string[] = [];
  const all = { onProgress: (line: string) => told.push(line), ...options };
  const server = await startPostgresWith(all, refuge ?? (await folder()));
  servers.push(server);
  return { server, told: () => told.join('\n') };
}

/** Whether somebody listens where the URL says. */
export async function answers(url: string): Promise<boolean> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
