import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { FAST_SHUTDOWN_MS } from './end-orphan.js';
import { LastLines } from './last-lines.js';
import { type Command, onLines, spawnBinary } from './spawn-binary.js';

/** A PostgreSQL server that runs as a child of this process. */
export interface ServerProcess {
  readonly pid: number | undefined;
  /** Settles with how it ended: "exit code 1", "SIGKILL". */
  readonly ended: Promise<string>;
  /** Its last lines, oldest first. */
  lastLines(): readonly string[];
  /** Shuts it down, gracefully at first; resolves when it has ended. */
  stop(): Promise<void>;
}

/** The last words of a killed server may take a moment; its own children hold the pipe a little longer still. */
const LAST_WORDS_MS = 300;

/** Starts the server; it is not ready yet. Every line that it writes goes to `hear`. */
export async function launchServer(command: Command, hear: (line: string) => void): Promise<ServerProcess> {
  const child = await spawnBinary(command);
  child.stdin.end();
  const lines = new LastLines();
  onLines(child, (line) => {
    lines.add(line);
    hear(line);
  });
  const closed = once(child, 'close');
  const ended = once(child, 'exit').then(async ([code, signal]) => {
    await Promise.race([closed, delay(LAST_WORDS_MS)]);
    return signal === null ? `exit code ${code}` : String(signal);
  });
  const stop = async () => {
    child.kill('SIGINT');
    const impatience = setTimeout(() => child.kill('SIGQUIT'), FAST_SHUTDOWN_MS);
    await ended;
    clearTimeout(impatience);
  };
  return { pid: child.pid, ended, lastLines: () => lines.all, stop };
}
