import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { unless } from './error-code.js';

export const onLinux = process.platform === 'linux';
/** What reading below /proc/PID says when there is no such process. */
export const GONE = ['ENOENT', 'ESRCH', 'ENOTDIR'];

/**
 * What tells this life of a process id from others: boot and start time.
 * `undefined` when no such process runs; a dead one that nobody has reaped does not run.
 */
export function lifeOf(pid: number): Promise<string | undefined> {
  return onLinux ? lifeFromProc(pid) : lifeFromPs(pid);
}

async function lifeFromProc(pid: number): Promise<string | undefined> {
  const stat = await unless(GONE, readFile(`/proc/${pid}/stat`, 'utf8'));
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

/** These columns of ps for the process; empty when there is none. */
export async function psLine(pid: number, columns: string): Promise<string> {
  const ps = promisify(execFile)('ps', ['-o', columns, '-p', String(pid)]);
  // ps ends with 1 when there is no such process.
  const answer = await ps.catch((error: { code?: unknown }) => {
    if (error.code === 1) return { stdout: '' };
    throw error;
  });
  return answer.stdout.trim();
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
