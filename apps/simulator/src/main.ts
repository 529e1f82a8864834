import { type CommandLine, commandLine } from './command-line.js';
import { run } from './run.js';

/** Kinds of errors whose message says all that a user needs. */
const PLAIN: readonly string[] = ['ListenError', 'RegistrationError', 'RangeError'];

const options = commandLine().parse().opts<CommandLine>();
const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());

const password = process.env['OMC_PASSWORD'] ?? process.env['OMC_ADMIN_PASSWORD'];
try {
  await run(options, password, stop.signal, (line) => console.log(`simulator: ${line}`));
} catch (error) {
  const isPlain = error instanceof Error && PLAIN.includes(error.name);
  console.error('simulator:', isPlain ? error.message : error);
  process.exitCode = 1;
}
