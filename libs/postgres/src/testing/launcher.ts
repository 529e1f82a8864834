import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { afterEach } from 'vitest';

/** A process of its own that starts PostgreSQL, to be killed. */
export interface Launcher {
  readonly pid: number;
  /** Waits for a line that it tells, or fails when it ends without one. */
  told(pattern: RegExp): Promise<string>;
  kill(signal?: NodeJS.Signals): Promise<void>;
}

type Child = ChildProcessByStdio<null, Readable, null>;
const children: Child[] = [];

afterEach(async () => {
  await Promise.all(children.splice(0).map((child) => kill(child)));
});

/** Starts such a process, as another user if told to. */
export function launcher(dataDir: string, refuge: string, as: { uid?: number; gid?: number } = {}): Launcher {
  const program = fileURLToPath(new URL('../../dist/testing/launch.js', import.meta.url));
  const child = spawn(process.execPath, [program, dataDir, refuge], {
    stdio: ['ignore', 'pipe', 'inherit'],
    ...as,
  });
  children.push(child);
  const lines: string[] = [];
  const input = createInterface({ input: child.stdout }).on('line', (line) => lines.push(line));
  return {
    pid: child.pid ?? 0,
    told: (pattern) => waitFor(pattern, lines, input),
    kill: (signal) => kill(child, signal),
  };
}

async function waitFor(
  pattern: RegExp,
  lines: readonly string[],
  input: NodeJS.EventEmitter,
): Promise<string> {
  for (;;) {
    const line = lines.find((candidate) => pattern.test(candidate));
    if (line !== undefined) return line;
    const more = await Promise.race([once(input, 'line'), once(input, 'close').then(() => undefined)]);
    if (more === undefined) throw new Error(`ended without ${pattern}; told:\n${lines.join('\n')}`);
  }
}

async function kill(child: Child, signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  await once(child, 'exit');
}
