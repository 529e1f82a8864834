import { rm } from 'node:fs/promises';
import { leftoversOf, serverOf } from './cluster-processes.js';
import { errorCode } from './error-code.js';
import { PostgresStartError } from './postgres-start-error.js';
import { postmasterFile, readPostmasterFile } from './postmaster-file.js';
import { endsWithin, lifeOf } from './process-life.js';

/** A fast shutdown may take this long before it becomes an immediate one. */
export const FAST_SHUTDOWN_MS = 3_000;

const IMMEDIATE_SHUTDOWN_MS = 15_000;

/**
 * Ends the server that an earlier run left behind, or what is left of it. Throws PostgresStartError if it does not end.
 */
export async function endOrphan(cluster: string, onProgress: (line: string) => void): Promise<void> {
  const pid = await serverOf(cluster);
  if (pid === undefined) return endLeftovers(cluster);
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

/** After a server was killed: its busy children, and an id file that names somebody else's process by now. */
async function endLeftovers(cluster: string): Promise<void> {
  const file = await readPostmasterFile(cluster);
  if (file === undefined) return;
  for (const pid of await leftoversOf(cluster)) {
    const life = await lifeOf(pid);
    if (life !== undefined) await signalAndWait(pid, life, 'SIGQUIT', FAST_SHUTDOWN_MS);
  }
  // With a free id the server sorts it out itself, and more carefully.
  if (reachedBy(file.pid, 0)) await rm(postmasterFile(cluster), { force: true });
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
