import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { interval } from 'rxjs';
import { registerNetwork } from '../registration/register-network.js';
import { NO_PASSWORD, RegistrationError } from '../registration/registration-error.js';
import { mapAlarms } from './alarm-mapping.js';
import { logEvents, spanOf } from './log-events.js';
import { type LoggedAlarm, readAlarmLog } from './read-alarm-log.js';
import type { ReplayOptions } from './replay-command-line.js';
import { ReplayError } from './replay-error.js';
import { ReplayNetwork } from './replay-network.js';

const PROGRESS_MS = 5_000;

/** What a replay goes by beside its options. */
export interface ReplaySurroundings {
  readonly password: string | undefined;
  /** Ends it early. */
  readonly stop: AbortSignal;
  /** Told in one line what a user should know. */
  readonly tell: (line: string) => void;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/**
 * Tells an OMC what stands in an alarm log, and waits until it has acknowledged everything. Rejects with
 * ReplayError, ListenError, RangeError or RegistrationError, whose messages are for people; whatever happens,
 * nothing is left open.
 */
export async function replay(
  file: string,
  options: ReplayOptions,
  { password, stop, tell, now }: ReplaySurroundings,
): Promise<void> {
  if (options.register !== undefined && password === undefined) throw new RegistrationError(NO_PASSWORD);
  const { rows, leftOut } = readAlarmLog(await contentOf(file), options.limit ?? Number.POSITIVE_INFINITY);
  const names = mapAlarms(
    rows.map(({ alarm }) => alarm),
    options.alarmMap ?? { named: new Map() },
  );
  const log = logEvents(rows, names, placeInTime(rows, options, now()));
  const network = new ReplayNetwork(log, options);
  if (leftOut > 0) tell(`rows that end before they start are left out: ${leftOut}`);
  tell(
    `${rows.length} alarms of ${log.devices.length} devices make ${network.events} events of ${log.faults} faults, ` +
      `from ${inWords(log.firstAt)} to ${inWords(log.lastAt)}`,
  );
  try {
    await network.listen();
    await deliver(network, options, { password, stop, tell, now });
  } catch (error) {
    if (!stop.aborted) throw error;
    throw new ReplayError(`stopped: ${network.acked} of ${network.events} events are acknowledged`);
  } finally {
    await network.stop();
  }
}

async function deliver(
  network: ReplayNetwork,
  options: ReplayOptions,
  { password, stop, tell, now }: ReplaySurroundings,
): Promise<void> {
  const { register: url, user, quiet } = options;
  let begunAt: number | undefined;
  const greeted = network.greeted.then(() => {
    begunAt = now();
  });
  const progress = interval(PROGRESS_MS).subscribe(() => {
    if (!quiet) tell(`${network.acked} of ${network.events} events are acknowledged`);
  });
  try {
    if (url === undefined) tell(`waiting for an OMC to dial ${network.addresses}`);
    else if (password !== undefined)
      await registerNetwork(network.elements, { access: { url, user, password }, stop, tell });
    await Promise.race([network.told, stopped(stop)]);
    await greeted;
  } finally {
    progress.unsubscribe();
  }
  const seconds = Math.max(1, now() - (begunAt ?? now())) / 1000;
  tell(
    `all ${network.events} events of ${network.elements.length} eNodeBs are acknowledged after ${seconds.toFixed(1)} s, ` +
      `${Math.round(network.events / seconds)} a second`,
  );
}

async function stopped(stop: AbortSignal): Promise<never> {
  if (!stop.aborted) await once(stop, 'abort');
  throw new ReplayError('stopped');
}

async function contentOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ReplayError(`the log cannot be read: ${reason}`, { cause: error });
  }
}

/** Moves the log's own count of seconds so that it begins or ends when it should. */
function placeInTime(
  rows: readonly LoggedAlarm[],
  { start, end }: ReplayOptions,
  now: number,
): (second: number) => number {
  if (start !== undefined && end !== undefined) throw new ReplayError('name --start or --end, not both');
  const { first, last } = spanOf(rows);
  const shiftMs = start === undefined ? (end ?? now) - last * 1000 : start - first * 1000;
  if (last * 1000 + shiftMs > now)
    throw new ReplayError(`the log would end in the future, at ${inWords(last * 1000 + shiftMs)}`);
  return (second) => second * 1000 + shiftMs;
}

function inWords(at: number): string {
  return new Date(at).toISOString();
}
