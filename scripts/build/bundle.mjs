import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../failure.mjs';
import { root } from '../root.mjs';
import { runCommand } from '../run-command.mjs';
import { fingerprint } from './fingerprint.mjs';
import { step, tell } from './step.mjs';

/** Every bundle is made by packages from outside too. */
const always = ['tsconfig.base.json', 'package-lock.json'];

/**
 * Makes a bundle of an app if anything that goes into it has changed since the last time.
 *
 * @param {object} bundle
 * @param {string} bundle.title as it is told
 * @param {string} bundle.app folder of the app
 * @param {string} bundle.into folder below it that the bundler writes
 * @param {string[]} bundle.ingredients folders of this project whose sources go into it, beside the app's own
 * @param {string[]} bundle.command the bundler and its arguments, below node_modules
 * @returns {Promise<void>} rejects with a `Failure` if it cannot be made
 */
export async function makeBundle({ title, app, into, ingredients, command }) {
  const home = join(root, app);
  const stamp = join(home, into, '.fingerprint');
  const current = fingerprint([app, ...ingredients, ...always].map((place) => join(root, place)));
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === current) return tell(title, 'up to date');
  await step(title, async () => {
    const [bundler, ...args] = command;
    const { code, output } = await runCommand(
      process.execPath,
      [join(root, 'node_modules', bundler), ...args],
      { cwd: home, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    // What bundlers tell of a success is of no use to anybody who starts the OMC.
    if (code !== 0) throw new Failure(`The ${title} could not be bundled:\n${output}`);
  });
  writeFileSync(stamp, current);
}
