import { randomUUID } from 'node:crypto';
import { chmod, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { lifeOf } from './process-life.js';

/** Where root keeps what PostgreSQL's user could not reach elsewhere: copied binaries and clusters. */
export const REFUGE = '/var/lib/enodeb-omc';

/** Makes an entry of the refuge so that it appears complete or not at all; `fill` writes into a draft of it. */
export async function addToRefuge(
  refuge: string,
  name: string,
  fill: (draft: string) => Promise<void>,
): Promise<string> {
  await openFolder(refuge);
  await removeOldDrafts(refuge);
  const draft = join(refuge, `.draft-${process.pid}-${randomUUID()}`);
  const entry = join(refuge, name);
  try {
    await openFolder(draft);
    await fill(draft);
    await rename(draft, entry);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return entry;
}

/** A folder that everybody may enter, whatever the umask. */
async function openFolder(path: string): Promise<void> {
  const made = await mkdir(path, { recursive: true });
  if (made !== undefined) await chmod(path, 0o755);
}

/** Those of processes that have ended. */
async function removeOldDrafts(refuge: string): Promise<void> {
  for (const name of await readdir(refuge)) {
    const pid = /^\.draft-(\d+)-/.exec(name)?.[1];
    if (pid === undefined || (await lifeOf(Number(pid))) !== undefined) continue;
    await rm(join(refuge, name), { recursive: true, force: true });
  }
}
