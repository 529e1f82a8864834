import { statfs } from 'node:fs/promises';

/** How much of the file system of a folder is free for the likes of us, percent; undefined where there is no such folder. */
export async function freePercent(folder: string): Promise<number | undefined> {
  try {
    const { bavail, blocks } = await statfs(folder);
    return blocks === 0 ? undefined : (100 * bavail) / blocks;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
