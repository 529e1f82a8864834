import { mkdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { tell } from '../build/step.mjs';
import { Failure } from '../failure.mjs';
import { root } from '../root.mjs';
import { BoundedLog } from './bounded-log.mjs';
import { findPassword } from './credentials.mjs';
import { checkPortIsFree, signsIn, waitUntilReady } from './omc-http.mjs';
import { OmcLog } from './omc-log.mjs';
import { Program } from './program.mjs';

const logLimitBytes = 50 * 1024 * 1024;

/**
 * Starts the OMC and the simulated network, and says where the console is once it is ready. Rejects with a
 * `Failure`; when the signal aborts it may do either.
 *
 * @param {import('./crew.mjs').Crew} crew takes the programs
 * @param {ReturnType<import('./demo-settings.mjs').demoSettings>} settings
 * @param {AbortSignal} signal
 */
export async function runDemo(crew, settings, signal) {
  await checkPortIsFree(settings);
  mkdirSync(settings.dataDir, { recursive: true });
  const found = findPassword(settings.dataDir, settings.givenPassword);
  const log = new OmcLog(new BoundedLog(join(settings.dataDir, 'omc.log'), logLimitBytes));
  crew.add(startOmc(settings, found.password, log));
  // Beside the OMC, not after it: at a later start it dials at once, and the stations should be there.
  crew.add(startSimulator(settings, found.password));
  await waitUntilReady(settings.url, signal);
  log.startIsOver();
  if (!(await signsIn(settings.url, found.password))) throw wrongPassword(found);
  signal.throwIfAborted();
  console.log(greeting(settings.url, found));
  await new Promise(() => undefined);
}

function startOmc({ env }, password, log) {
  return new Program({
    title: 'The OMC',
    command: ['apps/omc/bundle/omc.js'],
    env: { ...env, OMC_ADMIN_PASSWORD: password },
    stopLimitMs: 5_500,
    onLine: (line, stream) => log.hear(line, stream),
  });
}

function startSimulator({ env, url, simulatorArgs }, password) {
  const fixed = ['--nes', '50', '--seed', '1', '--register', url, '--demo', '--quiet'];
  return new Program({
    title: 'The simulator',
    command: ['apps/simulator/dist/main.js', ...fixed, ...simulatorArgs],
    env: { ...env, OMC_PASSWORD: password },
    stopLimitMs: 2_000,
    onLine: (line) => tell('simulator', line.replace(/^simulator: /, '')),
  });
}

function wrongPassword({ origin, file }) {
  if (origin === 'generated') rmSync(file);
  const ways = 'set OMC_ADMIN_PASSWORD to it, or begin anew with another OMC_DATA_DIR (or DATABASE_URL)';
  return new Failure(`The database has a user admin with another password: ${ways}.`);
}

function greeting(url, { origin, password, file }) {
  const place = relative(root, file);
  const words = {
    generated: `password ${password} (shown this once, kept in ${place})`,
    kept: `password in ${place}`,
    given: 'password as in OMC_ADMIN_PASSWORD',
  };
  return `\nConsole: ${url}\nSign in: user admin, ${words[origin]}\n`;
}
