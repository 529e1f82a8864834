import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unless } from './error-code.js';

/** What a running server tells about itself in its data directory. */
export interface PostmasterFile {
  readonly pid: number;
  readonly ready: boolean;
}

/** The path of that file. */
export const postmasterFile = (cluster: string) => join(cluster, 'postmaster.pid');

/** Reads it; `undefined` when there is none or it is only half written. */
export async function readPostmasterFile(cluster: string): Promise<PostmasterFile | undefined> {
  const text = await unless(['ENOENT'], readFile(postmasterFile(cluster), 'utf8'));
  const lines = text?.split('\n') ?? [];
  const pid = Number(lines[0]);
  if (!Number.isSafeInteger(pid) || pid <= 0) return undefined;
  return { pid, ready: lines[7]?.trim() === 'ready' };
}
