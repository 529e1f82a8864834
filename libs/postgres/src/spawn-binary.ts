import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Binaries } from './platform-binaries.js';
import type { ServerUser } from './server-user.js';

/** One of PostgreSQL's programs, to be run. */
export interface Command {
  readonly binaries: Binaries;
  readonly program: 'initdb' | 'postgres';
  readonly args: readonly string[];
  readonly user: ServerUser | undefined;
}

/** A program that runs, with its two ways out. */
export type RunningBinary = ChildProcessByStdio<Writable, Readable, Readable>;

/** Programs that would be left behind if this process ended now. */
const running = new Set<RunningBinary>();

/**
 * Starts the program; rejects when that fails. It has a process group of its own, so that Ctrl-C in a terminal
 * reaches only the OMC, which writes to the database to its last moment; it is asked to end when this process exits.
 */
export async function spawnBinary({ binaries, program, args, user }: Command): Promise<RunningBinary> {
  const child = spawn(join(binaries.root, 'bin', program), args, {
    detached: true,
    cwd: '/',
    // Messages are recognised by their English text; PG* variables would change what is started.
    env: { LC_ALL: 'C', PATH: process.env['PATH'] },
    stdio: ['pipe', 'pipe', 'pipe'],
    ...(user && { uid: user.uid, gid: user.gid }),
  });
  await once(child, 'spawn');
  endWithThisProcess(child);
  return child;
}

/** Hands on what the program writes, line by line. */
export function onLines(child: RunningBinary, hear: (line: string) => void): void {
  for (const input of [child.stdout, child.stderr]) createInterface({ input }).on('line', hear);
}

function endWithThisProcess(child: RunningBinary): void {
  if (running.size === 0) process.on('exit', endAll);
  running.add(child);
  child.once('exit', () => {
    running.delete(child);
    if (running.size === 0) process.off('exit', endAll);
  });
}

function endAll(): void {
  for (const child of running) child.kill('SIGINT');
}
