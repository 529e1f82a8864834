import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { progress } from '../measure/progress.js';

/** Where a program is that a baseline needs; null, and said how to get it, where it is missing. */
export function findProgram(name: string, aptPackage: string): string | null {
  // Debian keeps daemons in /usr/sbin, which is not on every user's path.
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin'];
  const found = folders.map((folder) => join(folder, name)).find(isExecutable);
  if (found === undefined) progress(`no baseline: ${name} is missing (apt-get install -y ${aptPackage})`);
  return found ?? null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
