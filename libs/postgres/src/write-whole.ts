import { randomUUID } from 'node:crypto';
import { chmod, open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Writes a file so that it is there as a whole or not at all, even after a power cut. */
export async function writeWhole(path: string, text: string, mode: number): Promise<void> {
  const draft = `${path}.${randomUUID()}`;
  const file = await open(draft, 'wx', mode);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await chmod(draft, mode);
  await renameDurably(draft, path);
}

/** Renames within a folder's file system and makes the rename outlast a power cut. */
export async function renameDurably(from: string, to: string): Promise<void> {
  await rename(from, to);
  const folder = await open(dirname(to), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
