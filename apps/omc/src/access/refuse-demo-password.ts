import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { People } from '@omc/store';
import { type Configuration, isLoopback } from '../configuration/configuration.js';
import { RefusedSetting } from '../configuration/refused-setting.js';
import { isPassword } from './passwords.js';

/** Where `npm start` keeps the password that it made up. */
const KEPT_IN = 'credentials';

type Settings = Pick<Configuration, 'OMC_HOST' | 'OMC_DATA_DIR' | 'OMC_ADMIN_PASSWORD'>;

/**
 * Throws RefusedSetting where others than this machine could sign in with the password of the demo, which stands in a file: what was
 * tried on loopback is not to become an OMC for all as it is.
 */
export async function refuseDemoPassword(
  settings: Settings,
  people: Pick<People, 'findUser'>,
): Promise<void> {
  const { OMC_HOST, OMC_DATA_DIR, OMC_ADMIN_PASSWORD } = settings;
  if (isLoopback(OMC_HOST)) return;
  const file = join(OMC_DATA_DIR, KEPT_IN);
  const demo = await demoPassword(file);
  if (demo === undefined) return;
  const admin = await people.findUser('admin');
  const isInUse = admin === null ? OMC_ADMIN_PASSWORD === demo : await isPassword(admin.passwordHash, demo);
  if (!isInUse || admin?.disabled) return;
  throw new RefusedSetting(
    `OMC_HOST: ${OMC_HOST} is refused while admin has the password of the demo, which stands in ${file}: ` +
      (admin === null
        ? 'set OMC_ADMIN_PASSWORD to one of your own'
        : 'start with OMC_HOST=127.0.0.1 and change it, or begin anew with another OMC_DATA_DIR'),
  );
}

async function demoPassword(file: string): Promise<string | undefined> {
  try {
    return /^admin:(.+)$/m.exec(await readFile(file, 'utf8'))?.[1];
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
