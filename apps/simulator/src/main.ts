import { type CommandLine, commandLine } from './command-line.js';
import { replay } from './replay/replay.js';
import { type ReplayOptions, replayCommandLine } from './replay/replay-command-line.js';
import { run } from './run.js';
import { playScenario } from './scenario/play-scenario.js';
import { type ScenarioOptions, scenarioCommandLine } from './scenario/scenario-command-line.js';

/** Kinds of errors whose message says all that a user needs. */
const PLAIN: readonly string[] = [
  'ListenError',
  'RegistrationError',
  'RangeError',
  'ReplayError',
  'ScenarioError',
];

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());

const tell = (line: string) => console.log(`simulator: ${line}`);
const password = process.env['OMC_PASSWORD'] ?? process.env['OMC_ADMIN_PASSWORD'];
const [, , first, ...rest] = process.argv;
try {
  if (first === 'replay') {
    const command = replayCommandLine().parse(rest, { from: 'user' });
    const [file = ''] = command.args;
    await replay(file, command.opts<ReplayOptions>(), { password, stop: stop.signal, tell, now: Date.now });
  } else if (first === 'scenario') {
    const command = scenarioCommandLine().parse(rest, { from: 'user' });
    const print = (text: string) => void process.stdout.write(text);
    const surroundings = { password, stop: stop.signal, tell, print, now: Date.now };
    await playScenario(command.args[0], command.opts<ScenarioOptions>(), surroundings);
  } else await run(commandLine().parse().opts<CommandLine>(), password, stop.signal, tell);
} catch (error) {
  const isPlain = error instanceof Error && PLAIN.includes(error.name);
  console.error('simulator:', isPlain ? error.message : error);
  process.exitCode = 1;
}
