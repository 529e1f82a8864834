import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { buildAll } from './build/build-all.mjs';
import { Failure, runMain } from './failure.mjs';
import { root } from './root.mjs';
import { runCommand } from './run-command.mjs';

await runMain(async () => {
  const [name, ...args] = process.argv.slice(2);
  const names = benchmarks();
  if (!names.includes(name)) throw new Failure(`Usage: npm run bench -- NAME\n\n${listed(names)}`, 2);
  await buildAll();
  const { code } = await runCommand(process.execPath, [join(root, 'bench/dist', `${name}.js`), ...args]);
  return code;
});

/** A benchmark is a file right in bench/src; what benchmarks share is in folders below. */
function benchmarks() {
  const folder = join(root, 'bench/src');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => basename(file, '.ts'))
    .sort();
}

function listed(names) {
  return names.length === 0 ? 'There are no benchmarks yet.' : ['Benchmarks:', ...names].join('\n  ');
}
