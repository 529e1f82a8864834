import { readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { unlessMissing } from './error-code.js';
import { writeWhole } from './write-whole.js';

/** The data folder that a home in the refuge belongs to, as its `owner` file names it. */
export interface ClusterOwner {
  readonly dataDir: string;
  /** The file system that held the data folder: when it is not mounted, the folder is not gone. */
  readonly device: number;
}

/** Names the data folder that the home belongs to. */
export async function writeOwner(home: string, dataDir: string): Promise<void> {
  const owner: ClusterOwner = { dataDir, device: (await stat(dataDir)).dev };
  await writeWhole(join(home, 'owner'), `${JSON.stringify(owner)}\n`, 0o644);
}

/** Reads whom the home belongs to; `undefined` when it does not say. */
export async function readOwner(home: string): Promise<ClusterOwner | undefined> {
  const text = await unlessMissing(readFile(join(home, 'owner'), 'utf8'));
  if (text === undefined) return undefined;
  const owner: unknown = JSON.parse(text);
  return isOwner(owner) ? owner : undefined;
}

function isOwner(value: unknown): value is ClusterOwner {
  if (typeof value !== 'object' || value === null) return false;
  return (
    'dataDir' in value &&
    typeof value.dataDir === 'string' &&
    'device' in value &&
    typeof value.device === 'number'
  );
}

/** Whether the data folder has been removed, and is not just on a file system that is not mounted now. */
export async function isGone({ dataDir, device }: ClusterOwner): Promise<boolean> {
  if ((await unlessMissing(stat(dataDir))) !== undefined) return false;
  for (let path = dirname(dataDir); ; path = dirname(path)) {
    const parent = await unlessMissing(stat(path));
    if (parent !== undefined) return parent.dev === device;
  }
}
