import { chmod, chown, lchown, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ServerUser } from './server-user.js';

/** Puts right what copying and restoring tools lose and the server insists on: the cluster's owner and its mode. */
export async function restoreOwnership(cluster: string, user: ServerUser | undefined): Promise<void> {
  const { uid, mode } = await stat(cluster);
  if (user !== undefined && uid !== user.uid) await handOver(cluster, user);
  if ((mode & 0o777) !== 0o700) await chmod(cluster, 0o700);
}

async function handOver(folder: string, { uid, gid }: ServerUser): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    await lchown(join(entry.parentPath, entry.name), uid, gid);
  }
  // Last, so that an interrupted hand-over is begun again.
  await chown(folder, uid, gid);
}
