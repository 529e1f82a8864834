import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unless, unlessMissing } from './error-code.js';
import { PostgresStartError } from './postgres-start-error.js';
import { lifeOf } from './process-life.js';

/** The right to use a data folder, held by one process at a time. */
export interface DataDirLock {
  release(): Promise<void>;
}

/**
 * Takes the data folder for this process. A lock whose process has ended, or whose process id somebody else
 * has by now, does not count. Throws PostgresStartError, which names the process that holds it.
 */
export async function lockDataDir(dataDir: string): Promise<DataDirLock> {
  const path = lockFile(dataDir);
  const mine = `${process.pid} ${(await lifeOf(process.pid)) ?? ''} ${randomUUID()}\n`;
  while (!(await create(path, mine))) {
    const held = await unlessMissing(readFile(path, 'utf8'));
    if (held === undefined) continue;
    const pid = await livePid(held);
    if (pid !== undefined) throw inUse(dataDir, pid);
    await discard(path, held);
  }
  return { release: () => releaseIfMine(path, mine) };
}

/** The process that holds the data folder now, if one does. */
export async function holderOf(dataDir: string): Promise<number | undefined> {
  const held = await unlessMissing(readFile(lockFile(dataDir), 'utf8'));
  return held === undefined ? undefined : livePid(held);
}

const lockFile = (dataDir: string) => join(dataDir, 'postgres.lock');

/** The file appears with its content, so that nobody reads half of it. False if there is one already. */
async function create(path: string, content: string): Promise<boolean> {
  const draft = `${path}.${randomUUID()}`;
  await writeFile(draft, content, { flag: 'wx', mode: 0o644 });
  try {
    return (
      (await unless(
        ['EEXIST'],
        link(draft, path).then(() => true),
      )) ?? false
    );
  } finally {
    await rm(draft, { force: true });
  }
}

async function livePid(held: string): Promise<number | undefined> {
  const [pid, life] = held.trim().split(' ');
  const number = Number(pid);
  if (!Number.isSafeInteger(number) || number <= 0) return undefined;
  return (await lifeOf(number)) === life ? number : undefined;
}

/** Takes a stale lock away, and puts it back if somebody else replaced it in between. */
async function discard(path: string, stale: string): Promise<void> {
  const aside = `${path}.${randomUUID()}`;
  await unlessMissing(rename(path, aside));
  const taken = await unlessMissing(readFile(aside, 'utf8'));
  if (taken !== undefined && taken !== stale) await unless(['EEXIST'], link(aside, path));
  await rm(aside, { force: true });
}

async function releaseIfMine(path: string, mine: string): Promise<void> {
  if ((await unlessMissing(readFile(path, 'utf8'))) === mine) await rm(path, { force: true });
}

function inUse(dataDir: string, pid: number): PostgresStartError {
  return new PostgresStartError(
    `The data folder ${dataDir} is in use by process ${pid}.`,
    'Stop that process first, or choose another folder with OMC_DATA_DIR.',
  );
}
