import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const generated = new Set(['node_modules', 'dist', 'bundle', 'artifacts']);

/**
 * All files below a folder that somebody wrote: nothing installed, nothing generated.
 *
 * @param {string} place a folder, or a file, which is returned as it is
 * @returns {string[]} paths
 */
export function listFiles(place) {
  if (statSync(place).isFile()) return [place];
  return readdirSync(place, { withFileTypes: true })
    .filter((entry) => !generated.has(entry.name))
    .flatMap((entry) =>
      entry.isDirectory() ? listFiles(join(place, entry.name)) : [join(place, entry.name)],
    );
}
