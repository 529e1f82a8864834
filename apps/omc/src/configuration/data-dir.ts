import { existsSync, mkdtempSync, rmdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** Why nothing can be kept in a data folder, which need not be there yet; none where it can. Leaves no trace. */
export function dataDirFaults(dataDir: string): string[] {
  let folder = resolve(dataDir);
  while (!existsSync(folder)) folder = dirname(folder);
  try {
    // Tried, not asked for: root may write everywhere, and yet not on a read-only disk or in /proc.
    rmdirSync(mkdtempSync(join(folder, '.omc-')));
    return [];
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return [`OMC_DATA_DIR: must be a folder that can be written, or be made; ${folder} cannot (${why})`];
  }
}
