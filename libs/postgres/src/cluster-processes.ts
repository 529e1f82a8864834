import { readdir, readFile, readlink } from 'node:fs/promises';
import { basename } from 'node:path';
import { unless } from './error-code.js';
import { readPostmasterFile } from './postmaster-file.js';
import { GONE, lifeOf, onLinux, psLine } from './process-life.js';

/** The server that serves the cluster (a real path) now, if one does; another process with its id does not count. */
export async function serverOf(cluster: string): Promise<number | undefined> {
  const pid = (await readPostmasterFile(cluster))?.pid;
  return pid !== undefined && (await isServer(pid, cluster)) ? pid : undefined;
}

/** The processes that a killed server left working on the cluster. Found on Linux only; elsewhere they end in time. */
export async function leftoversOf(cluster: string): Promise<number[]> {
  if (!onLinux) return [];
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const working = await Promise.all(
    pids.map(async (pid) => (await programIn(pid, cluster))?.startsWith('postgres: ')),
  );
  return pids.filter((_, index) => working[index]);
}

async function isServer(pid: number, cluster: string): Promise<boolean> {
  if ((await lifeOf(pid)) === undefined) return false;
  if (!onLinux) return (await psLine(pid, 'command=')).includes(`postgres -D ${cluster} `);
  return basename((await programIn(pid, cluster)) ?? '') === 'postgres';
}

/** What runs as the process, if it works in the data directory, as all of PostgreSQL's processes do. */
async function programIn(pid: number, cluster: string): Promise<string | undefined> {
  // Other users' processes are hidden from a plain user, and cannot be its server's.
  const folder = await unless([...GONE, 'EACCES', 'EPERM'], readlink(`/proc/${pid}/cwd`));
  if (folder !== cluster) return undefined;
  const command = await unless(GONE, readFile(`/proc/${pid}/cmdline`, 'utf8'));
  return command?.split('\0')[0];
}
