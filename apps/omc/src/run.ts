import type { Catalogue } from '@omc/alarm';
import type { SnmpUserPost } from '@omc/api';
import type { KnownOids } from '@omc/catalogue';
import type { TrapMap } from '@omc/wire';
import type { Logger } from 'pino';
import { boundHeapGrowth } from './bound-heap-growth.js';
import { type Configuration, isLoopback } from './configuration/configuration.js';
import { RefusedSetting } from './configuration/refused-setting.js';
import { serverFilesOf } from './configuration/server-files.js';
import { openDatabase } from './database.js';
import { serve } from './http/serve.js';
import { startMml } from './mml/tcp/start-mml.js';
import { startOmc } from './start-omc.js';
import { startSystemTime } from './time/system-time.js';
import { TrapRules } from './traps/trap-rules.js';

/** sysexits.h: something is wrong with the configuration. */
export const EX_CONFIG = 78;

/** What the OMC's files hold. */
export interface LoadedFiles {
  readonly catalogue: Catalogue;
  readonly traps: TrapMap;
  /** Names of OIDs. */
  readonly known: KnownOids;
  readonly snmpUsers: readonly SnmpUserPost[];
}

/** Runs the OMC until it is told to end (SIGINT, SIGTERM) or cannot go on; gives the exit status. */
export async function run(
  configuration: Configuration,
  { catalogue, traps, known, snmpUsers }: LoadedFiles,
  log: Logger,
): Promise<number> {
  const closing: (() => Promise<void> | void)[] = [];
  const ending = new Ending();
  try {
    const time = startSystemTime(log);
    closing.push(() => time.stop());
    const database = await openDatabase(configuration, log, (error) => ending.because(error));
    closing.push(() => database.stop());
    ending.goOn();
    const omc = await startOmc({
      configuration,
      database,
      catalogue,
      trapRules: new TrapRules(configuration.OMC_TRAP_MAP, traps, log, known),
      snmpUsers,
      time,
      log,
      onPassword: showPassword,
      onFatal: (error) => ending.because(error),
    });
    closing.push(() => omc.stop());
    ending.goOn();
    const app = await serve(omc);
    closing.push(() => app.close());
    ending.goOn();
    const mml = await startMml(omc);
    closing.push(() => mml.close());
    // Not before: what a start reads stays, so collecting often would only make it slower.
    boundHeapGrowth();
    const scheme = serverFilesOf(configuration) === undefined ? 'http' : 'https';
    log.info(`console and API: ${scheme}://${shown(configuration.OMC_HOST)}:${configuration.OMC_PORT}`);
    await ending.asked;
    log.info('ending');
  } catch (error) {
    if (error instanceof AskedToEnd) log.info('ending before the start is complete');
    else ending.because(error);
  }
  for (const close of closing.reverse()) await closed(close, log);
  if (ending.fault === undefined) return 0;
  log.fatal({ err: ending.fault }, messageOf(ending.fault));
  process.stderr.write(`The OMC ended: ${messageOf(ending.fault)}\n`);
  return ending.fault instanceof RefusedSetting ? EX_CONFIG : 1;
}

/** Why and when the process is to end. */
class Ending {
  fault: unknown;
  #isAsked = false;
  #end: () => void = () => undefined;
  readonly asked = new Promise<void>((resolve) => {
    this.#end = resolve;
  });

  constructor() {
    // Also the second and third time: a terminal tells the whole group, and whoever started us tells us again.
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => this.#ask());
  }

  /** Throws AskedToEnd where the process is to end: whoever stops a start must not wait for the rest of it. */
  goOn(): void {
    if (this.#isAsked) throw new AskedToEnd();
  }

  because(fault: unknown): void {
    this.fault ??= fault;
    this.#ask();
  }

  #ask(): void {
    this.#isAsked = true;
    this.#end();
  }
}

/** The process was told to end while it started. */
class AskedToEnd extends Error {
  override readonly name = 'AskedToEnd';
}

async function closed(close: () => Promise<void> | void, log: Logger): Promise<void> {
  try {
    await close();
  } catch (err) {
    log.warn({ err }, 'something did not close cleanly');
  }
}

/** Not through the log, which is kept: this is seen once. */
function showPassword(password: string): void {
  process.stdout.write(`First start: sign in as "admin" with the password ${password} (shown this once)\n`);
}

function shown(host: string): string {
  if (isLoopback(host) || !host.includes(':')) return host;
  return `[${host}]`;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
