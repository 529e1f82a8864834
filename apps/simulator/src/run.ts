import { once } from 'node:events';
import { interval } from 'rxjs';
import type { CommandLine } from './command-line.js';
import { shortageOfFiles } from './link/shortage-of-files.js';
import { registerNetwork } from './registration/register-network.js';
import { NO_PASSWORD, RegistrationError } from './registration/registration-error.js';
import { Simulation } from './simulation/simulation.js';

const SUMMARY_MS = 30_000;
const TRAP_HOST = '127.0.0.1';
const COMMUNITY = 'public';

/**
 * Runs a simulated network until it is told to stop. Rejects with ListenError, RangeError or RegistrationError,
 * whose messages are for people; whatever happens, nothing is left open.
 */
export async function run(
  options: CommandLine,
  password: string | undefined,
  stop: AbortSignal,
  tell: (line: string) => void,
): Promise<void> {
  if (options.register !== undefined && password === undefined) throw new RegistrationError(NO_PASSWORD);
  const shortage = shortageOfFiles(options.nes);
  if (shortage !== undefined) tell(shortage);
  const { trapPort } = options;
  const traps = trapPort > 0 ? { host: TRAP_HOST, port: trapPort, community: COMMUNITY } : undefined;
  const simulation = new Simulation({ ...options, ...(traps !== undefined && { traps }) });
  await simulation.listen();
  try {
    tell(readyLine(simulation, options));
    await live(simulation, options, password, stop, tell);
  } catch (error) {
    if (!stop.aborted) throw error;
  } finally {
    await simulation.stop();
  }
}

/** Nothing happens to an NE before the OMC knows it, since traps of an unknown NE are lost on the OMC. */
async function live(
  simulation: Simulation,
  options: CommandLine,
  password: string | undefined,
  stop: AbortSignal,
  tell: (line: string) => void,
): Promise<void> {
  await register(simulation, options, password, stop, tell);
  const summaries = interval(SUMMARY_MS).subscribe(() => {
    if (!options.quiet) tell(summaryLine(simulation));
  });
  simulation.play();
  if (!stop.aborted) await once(stop, 'abort');
  summaries.unsubscribe();
}

async function register(
  { plan }: Simulation,
  { register: url, user, demo }: CommandLine,
  password: string | undefined,
  stop: AbortSignal,
  tell: (line: string) => void,
): Promise<void> {
  if (url === undefined || password === undefined) return;
  await registerNetwork(plan.elements, { access: { url, user, password }, stop, tell, demo });
}

function readyLine({ plan: { elements } }: Simulation, { port, seed, speed }: CommandLine): string {
  const [first] = elements;
  const last = elements.at(-1);
  const addresses = elements.length === 1 ? first?.host : `${first?.host}–${last?.host}`;
  const noun = elements.length === 1 ? 'eNodeB' : 'eNodeBs';
  return `${elements.length} ${noun} on ${addresses} port ${port}, seed ${seed}, speed ${speed}`;
}

function summaryLine(simulation: Simulation): string {
  const { nes, connected, faults, events, traps } = simulation.tally();
  return `${connected} of ${nes} connected, ${faults} faults present, ${events} events and ${traps} traps so far`;
}
