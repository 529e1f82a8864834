import { type FileHandle, open } from 'node:fs/promises';
import path from 'node:path';
import { exitStatus, type Stop, stop } from './exit-status.js';
import { messageOf } from './message-of.js';
import type { World } from './world.js';

/** Who signs in. Never printed. */
export interface Credentials {
  readonly user: string;
  readonly password: string;
}

export type CredentialsResult = { readonly ok: true; readonly credentials: Credentials } | Stop;

const PERMISSIONS = 0o777;
const OWNER_ONLY = 0o600;

/**
 * Finds the credentials: in a file that was named, else in the environment, else in the default file. Only a file
 * that nobody but its owner can read is used.
 */
export async function findCredentials({ env }: World, named?: string): Promise<CredentialsResult> {
  const password = env['OMC_PASSWORD'] || env['OMC_ADMIN_PASSWORD'];
  if (named === undefined && password)
    return { ok: true, credentials: { user: env['OMC_USER'] || 'admin', password } };
  const file = named ?? path.join(env['OMC_DATA_DIR'] || '.data', 'credentials');
  const content = await readPrivate(file);
  if (typeof content !== 'string') return named === undefined ? withAdvice(content) : content;
  return credentialsIn(content, file, env['OMC_USER']);
}

async function readPrivate(file: string): Promise<string | Stop> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(file, 'r');
    const mode = (await handle.stat()).mode & PERMISSIONS;
    if (mode === OWNER_ONLY) return await handle.readFile('utf8');
    const found = mode.toString(8).padStart(4, '0');
    return stop(exitStatus.noSession, `${file} must have mode 0600, it has ${found}: chmod 600 ${file}`);
  } catch (error) {
    return stop(exitStatus.noSession, `cannot read the credentials file: ${messageOf(error)}`);
  } finally {
    await handle?.close();
  }
}

const ADVICE =
  'set OMC_PASSWORD or OMC_ADMIN_PASSWORD, or write user:password into a file of mode 0600 and name it with --credentials';

function withAdvice(reason: Stop): Stop {
  return { ...reason, message: `no password: ${reason.message}; ${ADVICE}` };
}

/** The user may be named in the environment, too, but then it must be the same. */
function credentialsIn(content: string, file: string, wanted: string | undefined): CredentialsResult {
  const [line = ''] = content.split(/\r?\n/, 1);
  const [, user, password] = /^([^:]+):(.+)$/.exec(line) ?? [];
  if (user === undefined || password === undefined)
    return stop(exitStatus.noSession, `${file} must hold one line user:password`);
  if (wanted && wanted !== user)
    return stop(exitStatus.noSession, `${file} holds the password of ${user}, OMC_USER is ${wanted}`);
  return { ok: true, credentials: { user, password } };
}
