import { join } from 'node:path';
import { Failure } from '../failure.mjs';
import { root } from '../root.mjs';
import { runCommand } from '../run-command.mjs';
import { step } from './step.mjs';

/**
 * Compiles what has changed. Throws a `Failure` on errors in the code.
 *
 * @param {string[]} projects folders, which bring those that they refer to; none: everything
 */
export async function compile(projects) {
  await step('compiler', async () => {
    const { code } = await runCommand(process.execPath, [
      join(root, 'node_modules/typescript/bin/tsc'),
      '-b',
      ...projects,
    ]);
    if (code !== 0) throw new Failure('The compiler found errors, see above.');
  });
}
