import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../failure.mjs';
import { root } from '../root.mjs';
import { runCommand } from '../run-command.mjs';
import { fingerprint } from './fingerprint.mjs';
import { step, tell } from './step.mjs';

/** What the bundle is made of: its own sources, the packages of this project in it, and all others. */
const ingredients = ['apps/console', 'libs/api', 'libs/alarm', 'tsconfig.base.json', 'package-lock.json'];
const stamp = join(root, 'apps/console/dist/.fingerprint');

/** Bundles the web console if it has changed since the last time. Throws a `Failure` if it cannot be bundled. */
export async function buildConsole() {
  const current = fingerprint(ingredients.map((place) => join(root, place)));
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === current) return tell('console', 'up to date');
  await step('console', bundle);
  writeFileSync(stamp, current);
}

async function bundle() {
  const { code } = await runCommand(
    process.execPath,
    [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'],
    {
      cwd: join(root, 'apps/console'),
    },
  );
  if (code !== 0) throw new Failure('The web console could not be bundled, see above.');
}
