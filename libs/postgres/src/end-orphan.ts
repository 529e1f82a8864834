import { rm } from 'node:fs/promises';
import { errorCode } from './error-code.js';
import { PostgresStartError } from './postgres-start-error.js';
import { postmasterFile, readPostmasterFile } from './postmaster-file.js';
import { endsWithin, lifeOf, servesCluster } from './process-life.js';

/** A fast shutdown may take this long before it becomes an immediate one. */
export const FAST_SHUTDOWN_MS = 3_000;

const IMMEDIATE_SHUTDOWN_MS = 15_000;

/** The process that serves the cluster now, if one does. */
export async function serverOf(cluster: string): Promise<number | undefined> {
  const pid = (await readPostmasterFile(cluster))?.pid;
  return pid !== undefined && (await servesCluster(pid, cluster)) ? pid : undefined;
}

/**
 * Ends the server that an earlier run left behind, and takes its id file away if the id belongs to another
 * process by now, which would keep a new server from starting. Throws PostgresStartError if it does not end.
 */
export async function endOrphan(cluster: string, onProgress: (line: string) => void): Promise<void> {
  const pid = await serverOf(cluster);
  if (pid === undefined) return removeMisleadingFile(cluster);
  onProgress(`PostgreSQL still runs from an earlier time (process ${pid}): ending it first.`);
  const life = await lifeOf(pid);
  if (life === undefined || (await signalAndWait(pid, life, 'SIGINT', FAST_SHUTDOWN_MS))) return;
  if (await signalAndWait(pid, life, 'SIGQUIT', IMMEDIATE_SHUTDOWN_MS)) return;
  throw new PostgresStartError(
    `An earlier PostgreSQL (process ${pid}) still uses ${cluster} and does not end.`,
    `Look why it hangs (ps -o stat,wchan -p ${pid}), end it and start again.`,
  );
}

async function signalAndWait(
  pid: number,
  life: string,
  signal: NodeJS.Signals,
  limitMs: number,
): Promise<boolean> {
  if ((await lifeOf(pid)) === life) reachedBy(pid, signal);
  return endsWithin(pid, life, limitMs);
}

/** Only when somebody else has the id: with a free id the server sorts it out itself, and more carefully. */
async function removeMisleadingFile(cluster: string): Promise<void> {
  const file = await readPostmasterFile(cluster);
  if (file !== undefined && reachedBy(file.pid, 0)) await rm(postmasterFile(cluster), { force: true });
}

/** Sends the signal (0: none, just looks). False when no process has the id. */
function reachedBy(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal);
  } catch (error) {
    if (errorCode(error) === 'ESRCH') return false;
    if (errorCode(error) === 'EPERM' && signal === 0) return true;
    throw error;
  }
}
