import { execFile } from 'node:child_process';
import { readFile, readlink } from 'node:fs/promises';
import { basename } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { unless } from './error-code.js';

const onLinux = process.platform === 'linux';
const gone = ['ENOENT', 'ESRCH', 'ENOTDIR'];

/**
 * What tells this life of a process id from others: boot and start time.
 * `undefined` when no such process runs; a dead one that nobody has reaped does not run.
 */
export function lifeOf(pid: number): Promise<string | undefined> {
  return onLinux ? lifeFromProc(pid) : lifeFromPs(pid);
}

async function lifeFromProc(pid: number): Promise<string | undefined> {
  const stat = await unless(gone, readFile(`/proc/${pid}/stat`, 'utf8'));
  if (stat === undefined) return undefined;
  // The name, in parentheses, may hold spaces: count fields from behind it. State is field 3, start time 22.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8');
  return `${boot.trim()}:${fields[19] ?? ''}`;
}

async function lifeFromPs(pid: number): Promise<string | undefined> {
  const line = await psLine(pid, 'state=,lstart=');
  return line === '' || line.startsWith('Z') ? undefined : line.replace(/^\S+\s+/, '');
}

async function psLine(pid: number, columns: string): Promise<string> {
  const ps = promisify(execFile)('ps', ['-o', columns, '-p', String(pid)]);
  // ps ends with 1 when there is no such process.
  const answer = await ps.catch((error: { code?: unknown }) => {
    if (error.code === 1) return { stdout: '' };
    throw error;
  });
  return answer.stdout.trim();
}

/** Whether the process is a PostgreSQL server of this very data directory (a real path). */
export async function servesCluster(pid: number, cluster: string): Promise<boolean> {
  if ((await lifeOf(pid)) === undefined) return false;
  if (!onLinux) return (await psLine(pid, 'command=')).includes(`postgres -D ${cluster} `);
  // A postmaster lives in its data directory. Someone else's process is hidden from a plain user, and not ours.
  const cwd = await unless([...gone, 'EACCES', 'EPERM'], readlink(`/proc/${pid}/cwd`));
  const command = await unless(gone, readFile(`/proc/${pid}/cmdline`, 'utf8'));
  return cwd === cluster && basename(command?.split('\0')[0] ?? '') === 'postgres';
}

/** Waits until this life of the process is over; tells whether it is, within the time. */
export async function endsWithin(pid: number, life: string, limitMs: number): Promise<boolean> {
  const pauseMs = 20;
  for (let waitedMs = 0; (await lifeOf(pid)) === life; waitedMs += pauseMs) {
    if (waitedMs >= limitMs) return false;
    await delay(pauseMs);
  }
  return true;
}
