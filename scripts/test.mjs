import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildAll } from './build/build-all.mjs';
import { Failure, runMain } from './failure.mjs';
import { root } from './root.mjs';
import { runCommand } from './run-command.mjs';
import { leftOut } from './test/left-out.mjs';

await runMain(async () => {
  await buildAll();
  const suites = leftOut();
  for (const suite of suites) console.log(suite.line);
  if (suites.length > 0 && process.env['CI'] === 'true') {
    throw new Failure('In continuous integration no test may be left out.');
  }
  const { code, summary } = await runVitest();
  for (const suite of suites) console.log(suite.line);
  console.log(summary);
  return code;
});

/** Everything after `npm test --` goes to vitest as it is. */
async function runVitest() {
  const folder = mkdtempSync(join(tmpdir(), 'omc-tests-'));
  try {
    return await runVitestIn(join(folder, 'summary'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function runVitestIn(summaryFile) {
  const args = [
    join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--reporter=default',
    `--reporter=${join(root, 'scripts/test/summary-reporter.mjs')}`,
    ...process.argv.slice(2),
  ];
  const env = { ...process.env, OMC_TEST_SUMMARY_FILE: summaryFile };
  const { code } = await runCommand(process.execPath, args, { env });
  return { code, summary: readSummary(summaryFile) };
}

function readSummary(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new Failure(`The tests broke off before their end, see above (${error.message}).`);
  }
}
