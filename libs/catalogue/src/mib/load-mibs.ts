import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type NamedOids, oidsOfNames } from './oids-of-names.js';
import { type MibModule, readMibs } from './read-mib.js';

const MIB_FILE = /\.(mib|my|txt)$/i;
const LARGEST_BYTES = 16 * 1024 * 1024;

/** Reads the MIB files of a folder (`.mib`, `.my`, `.txt`); a folder or file that cannot be read is a fault. */
export async function loadMibs(folder: string): Promise<NamedOids> {
  const modules: MibModule[] = [];
  const faults: string[] = [];
  const files = await readdir(folder).catch((error: unknown) => {
    faults.push(`cannot be read: ${String(error)}`);
    return [];
  });
  for (const file of files.filter((name) => MIB_FILE.test(name)).sort()) {
    const read = await modulesOf(join(folder, file)).catch((error: unknown) => String(error));
    if (typeof read === 'string') faults.push(`${file}: ${read}`);
    else modules.push(...read);
  }
  const named = oidsOfNames(modules);
  return { oids: named.oids, faults: [...faults, ...named.faults] };
}

async function modulesOf(path: string): Promise<MibModule[] | string> {
  if ((await stat(path)).size > LARGEST_BYTES) return 'is larger than 16 MiB';
  const modules = readMibs(await readFile(path, 'utf8'));
  return modules.length > 0 ? modules : 'holds no MIB module';
}
