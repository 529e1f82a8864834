import { bundleConsole, bundleServer } from './bundles.mjs';
import { checkNodeVersion } from './check-node-version.mjs';
import { compile } from './compile.mjs';
import { installPackages } from './install-packages.mjs';

/** Installs, compiles and bundles what is missing or has changed. Throws a `Failure` at the first step that fails. */
export async function buildAll() {
  checkNodeVersion(process.versions.node);
  await installPackages();
  await compile();
  await bundleServer();
  await bundleConsole();
}
