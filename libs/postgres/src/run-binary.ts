import { once } from 'node:events';
import { adviceFor } from './advice.js';
import { LastLines } from './last-lines.js';
import { PostgresStartError } from './postgres-start-error.js';
import { type Command, onLines, type RunningBinary, spawnBinary } from './spawn-binary.js';

/** Runs the program to its end. Throws PostgresStartError with its last lines when it fails. */
export async function runBinary(command: Command, input = ''): Promise<void> {
  const child = await spawnBinary(command);
  const lines = new LastLines();
  onLines(child, (line) => lines.add(line));
  feed(child, input, lines);
  const [code, signal] = await once(child, 'close');
  // A stand-alone server reports a failed statement and ends well.
  const failed = code !== 0 || lines.all.some((line) => / (ERROR|FATAL|PANIC): {2}/.test(line));
  if (!failed) return;
  const problem = `PostgreSQL's ${command.program} failed (${signal ?? `exit code ${code}`}):`;
  throw new PostgresStartError(problem, adviceFor(lines.all), { lines: lines.all });
}

/** A program that fails early does not read its input. */
function feed(child: RunningBinary, input: string, lines: LastLines): void {
  child.stdin.on('error', (error) => lines.add(`its input: ${error.message}`));
  child.stdin.end(input);
}
