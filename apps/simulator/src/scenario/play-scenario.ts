import { closeSync, openSync, writeSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { shortageOfFiles } from '../link/shortage-of-files.js';
import { simulateFaults } from '../physics/simulate-faults.js';
import type { TruthRecord } from '../physics/truth-ledger.js';
import { registerNetwork } from '../registration/register-network.js';
import { NO_PASSWORD, RegistrationError } from '../registration/registration-error.js';
import { Simulation } from '../simulation/simulation.js';
import { type Cast, castOf } from './cast.js';
import { faultLine, happeningLine, type InstantOf, truthLine } from './record-lines.js';
import type { ScenarioOptions } from './scenario-command-line.js';
import { ScenarioError } from './scenario-error.js';

const ACK_POLL_MS = 200;

/** What a scenario goes by beside its options. */
export interface ScenarioSurroundings {
  readonly password: string | undefined;
  /** Ends it early. */
  readonly stop: AbortSignal;
  /** Told in one line what a user should know. */
  readonly tell: (line: string) => void;
  /** Takes what is to be printed as it is. */
  readonly print: (text: string) => void;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/**
 * Plays a scenario, or tells what it would be. Rejects with ScenarioError, ListenError, RangeError or
 * RegistrationError, whose messages are for people; whatever happens, nothing is left open.
 */
export async function playScenario(
  file: string | undefined,
  options: ScenarioOptions,
  surroundings: ScenarioSurroundings,
): Promise<void> {
  const { register, dry } = options;
  if (register !== undefined && surroundings.password === undefined) throw new RegistrationError(NO_PASSWORD);
  const cast = await castOf(file, options);
  const truth = options.truth === undefined ? undefined : openForWriting(options.truth);
  try {
    const write = (text: string) => void (truth !== undefined && writeSync(truth, text));
    if (dry) tellDry(cast, options, truth === undefined ? surroundings.print : write, surroundings.print);
    else await perform(cast, options, write, surroundings);
  } finally {
    if (truth !== undefined) closeSync(truth);
  }
}

function openForWriting(file: string): number {
  try {
    return openSync(file, 'w');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ScenarioError(`the truth cannot be written: ${reason}`, { cause: error });
  }
}

/** All at once; its time begins in 1970. */
function tellDry(
  { plan, faults, settings }: Cast,
  { omc }: ScenarioOptions,
  write: (text: string) => void,
  print: (text: string) => void,
): void {
  const instantOf: InstantOf = (ms) => ms;
  const { happenings, truth } = simulateFaults(plan, faults, settings.seed, omc);
  write(faults.map((fault) => faultLine(fault, instantOf)).join(''));
  print(happenings.map((happening) => happeningLine(happening, instantOf)).join(''));
  write(truth.map((record) => truthLine(record, instantOf)).join(''));
}

async function perform(
  { title, settings, faults }: Cast,
  options: ScenarioOptions,
  write: (text: string) => void,
  surroundings: ScenarioSurroundings,
): Promise<void> {
  const { tell, stop, now } = surroundings;
  const { speed, omc } = options;
  let startedAt = now();
  const instantOf: InstantOf = (ms) => startedAt + ms / speed;
  const learn = (record: TruthRecord) => write(truthLine(record, instantOf));
  const simulation = new Simulation({ ...settings, speed, faults, omc, learn });
  const shortage = shortageOfFiles(settings.nes);
  if (shortage !== undefined) tell(shortage);
  await simulation.listen();
  try {
    await register(simulation, options, surroundings);
    startedAt = now();
    tell(`${title}: ${settings.nes} eNodeBs, ${faults.length} faults`);
    write(faults.map((fault) => faultLine(fault, instantOf)).join(''));
    await untilOver(simulation, options, surroundings);
  } catch (error) {
    if (!stop.aborted) throw error;
  } finally {
    write(
      simulation
        .openTruth()
        .map((record) => truthLine(record, instantOf))
        .join(''),
    );
    await simulation.stop();
  }
}

async function register(
  { plan }: Simulation,
  { register: url, user, demo }: ScenarioOptions,
  { password, stop, tell }: ScenarioSurroundings,
): Promise<void> {
  if (url === undefined || password === undefined) return;
  await registerNetwork(plan.elements, { access: { url, user, password }, stop, tell, demo });
}

/** Goes on until it is told to stop, or until everything is over and acknowledged. */
async function untilOver(
  simulation: Simulation,
  { end }: ScenarioOptions,
  { stop, tell }: ScenarioSurroundings,
): Promise<void> {
  simulation.play();
  await Promise.race([simulation.over, stopped(stop)]);
  if (stop.aborted) return;
  tell(end ? 'all is over, waiting for acknowledgement' : 'all is over; Ctrl-C ends the eNodeBs');
  while (!stop.aborted && !(end && simulation.isAcknowledged))
    await pause(ACK_POLL_MS, undefined, { signal: stop });
}

function stopped(stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (stop.aborted) resolve();
    else stop.addEventListener('abort', () => resolve(), { once: true });
  });
}
