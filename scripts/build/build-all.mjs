import { bundleConsole, bundleOmcMml, bundleServer } from './bundles.mjs';
import { checkNodeVersion } from './check-node-version.mjs';
import { compile } from './compile.mjs';
import { installPackages } from './install-packages.mjs';

/** Installs, compiles and bundles what is missing or has changed. Throws a `Failure` at the first step that fails. */
export const buildAll = () => build([]);

/** The same for the programs alone, without their tests and measurements, which take a third of the compiler's time. */
export const buildPrograms = () => build(['apps/omc', 'apps/simulator', 'apps/mml']);

async function build(projects) {
  checkNodeVersion(process.versions.node);
  await installPackages();
  await compile(projects);
  await Promise.all([bundleServer(), bundleConsole(), bundleOmcMml()]);
}
