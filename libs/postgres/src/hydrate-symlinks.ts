import { lstat, readFile, symlink } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { unless, unlessMissing } from './error-code.js';

/** As the package writes them: paths from the package's folder, source and target in one folder. */
interface Symlink {
  readonly source: string;
  readonly target: string;
}

/**
 * Makes the library links that npm packages cannot hold and that a post-install script makes otherwise.
 * False when one is missing and the folder may not be written.
 */
export async function hydrateSymlinks(root: string): Promise<boolean> {
  for (const { source, target } of await symlinksOf(root)) {
    const link = join(root, target.replace(/^native\//, ''));
    if (!(await isThere(link)) && !(await makeLink(link, basename(source)))) return false;
  }
  return true;
}

async function symlinksOf(root: string): Promise<Symlink[]> {
  const text = await unlessMissing(readFile(join(root, 'pg-symlinks.json'), 'utf8'));
  const links: unknown = JSON.parse(text ?? '[]');
  return Array.isArray(links) ? links.filter(isSymlink) : [];
}

function isSymlink(value: unknown): value is Symlink {
  if (typeof value !== 'object' || value === null) return false;
  return (
    'source' in value &&
    typeof value.source === 'string' &&
    'target' in value &&
    typeof value.target === 'string'
  );
}

async function isThere(link: string): Promise<boolean> {
  return (await unlessMissing(lstat(link))) !== undefined;
}

async function makeLink(link: string, to: string): Promise<boolean> {
  const made = await unless(
    ['EACCES', 'EPERM', 'EROFS'],
    symlink(to, link).then(() => true),
  );
  return made ?? false;
}
