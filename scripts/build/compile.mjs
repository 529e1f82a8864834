import { join } from 'node:path';
import { Failure } from '../failure.mjs';
import { root } from '../root.mjs';
import { runCommand } from '../run-command.mjs';
import { step } from './step.mjs';

/** Compiles what has changed in the libraries and the programs. Throws a `Failure` on errors in the code. */
export async function compile() {
  await step('compiler', async () => {
    const { code } = await runCommand(process.execPath, [
      join(root, 'node_modules/typescript/bin/tsc'),
      '-b',
    ]);
    if (code !== 0) throw new Failure('The compiler found errors, see above.');
  });
}
