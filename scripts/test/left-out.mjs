import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { listFiles } from '../list-files.mjs';
import { root } from '../root.mjs';

/** Tests that need a program from outside, by the ending of their files' names. */
const suites = [
  {
    name: 'browser',
    ending: '.browser.test.ts',
    program: 'chromium',
    apt: 'chromium',
    variable: 'CHROMIUM_PATH',
  },
  { name: 'SNMP', ending: '.snmp.test.ts', program: 'snmptrap', apt: 'snmp' },
  { name: 'terminal', ending: '.tmux.test.ts', program: 'tmux', apt: 'tmux' },
  { name: 'expect', ending: '.expect.test.ts', program: 'expect', apt: 'expect' },
  { name: 'MIB', ending: '.smi.test.ts', program: 'smilint', apt: 'smitools' },
];

/**
 * The suites that cannot run here because a program is missing.
 *
 * @returns {{line: string, pattern: string}[]} a line for the user and a glob of the test files, for each
 */
export function leftOut() {
  const tests = ['libs', 'apps', 'test'].flatMap((folder) => listFiles(join(root, folder)));
  return suites
    .filter((suite) => tests.some((file) => file.endsWith(suite.ending)) && !isHere(suite))
    .map(({ name, ending, program, apt }) => ({
      line: `left out: ${name} tests (${program} is missing; apt-get install ${apt})`,
      pattern: `**/*${ending}`,
    }));
}

function isHere({ program, variable }) {
  const named = variable && process.env[variable];
  // Debian keeps daemons in /usr/sbin, which is not on every user's path.
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/bin', '/usr/sbin'];
  return (named ? [named] : folders.map((folder) => join(folder, program))).some(isExecutable);
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
