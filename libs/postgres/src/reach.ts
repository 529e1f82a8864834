import type { Stats } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { ServerUser } from './server-user.js';

const EXECUTE = 1;
const READ = 4;

/** Whether the user may walk down to the folder, judged by the mode bits of it and of every parent. */
export async function reaches(user: ServerUser | undefined, folder: string): Promise<boolean> {
  if (user === undefined) return true;
  for (let path = await realpath(folder); ; path = dirname(path)) {
    if (!allows(await stat(path), user, EXECUTE)) return false;
    if (path === dirname(path)) return true;
  }
}

/** Whether the user may read and, as a folder or a program, enter or run this; parents are not looked at. */
export async function readsAndRuns(user: ServerUser | undefined, path: string): Promise<boolean> {
  return user === undefined || allows(await stat(path), user, READ | EXECUTE);
}

/** The user has its main group only: the others are dropped when a process changes to it. */
function allows(file: Stats, user: ServerUser, bits: number): boolean {
  const shift = file.uid === user.uid ? 6 : file.gid === user.gid ? 3 : 0;
  return ((file.mode >> shift) & bits) === bits;
}
