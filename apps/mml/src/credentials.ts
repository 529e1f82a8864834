import { type FileHandle, open } from 'node:fs/promises';
import path from 'node:path';
import { askPassword } from './ask-password.js';
import { exitStatus, type Stop, stop } from './exit-status.js';
import { reasonOf } from './message-of.js';
import type { SpeakingWorld, Voice } from './voice.js';

/** Who signs in. Never printed. */
export interface Credentials {
  readonly user: string;
  readonly password: string;
}

export type CredentialsResult = { readonly ok: true; readonly credentials: Credentials } | Stop;

const PERMISSIONS = 0o777;
const OWNER_ONLY = 0o600;

/**
 * Finds the credentials: in a file that was named, else in the environment, else in the default file, else by asking the
 * person at the terminal. Only a file that nobody but its owner can read is used.
 */
export async function findCredentials(world: SpeakingWorld, named?: string): Promise<CredentialsResult> {
  const { env, voice } = world;
  const password = env['OMC_PASSWORD'] || env['OMC_ADMIN_PASSWORD'];
  if (named === undefined && password)
    return { ok: true, credentials: { user: env['OMC_USER'] || 'admin', password } };
  const file = named ?? path.join(env['OMC_DATA_DIR'] || '.data', 'credentials');
  const content = await readPrivate(file, voice);
  if (typeof content !== 'string')
    return named === undefined ? ((await asked(world)) ?? withAdvice(content, voice)) : content;
  return credentialsIn(content, file, env['OMC_USER'], voice);
}

/** A person at a terminal is asked. */
async function asked(world: SpeakingWorld): Promise<CredentialsResult | undefined> {
  const { env, stdin, stderr, voice } = world;
  if (!stdin.isTTY || !stderr.isTTY) return undefined;
  const user = env['OMC_USER'] || 'admin';
  const password = await askPassword(voice.say('passwordOf', { user }), world);
  return password ? { ok: true, credentials: { user, password } } : undefined;
}

async function readPrivate(file: string, voice: Voice): Promise<string | Stop> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(file, 'r');
    const mode = (await handle.stat()).mode & PERMISSIONS;
    if (mode === OWNER_ONLY) return await handle.readFile('utf8');
    const found = mode.toString(8).padStart(4, '0');
    return stop(exitStatus.noSession, voice.say('wrongMode', { file, mode: found }));
  } catch (error) {
    return stop(exitStatus.noSession, voice.say('credentialsUnreadable', { reason: reasonOf(error, voice) }));
  } finally {
    await handle?.close();
  }
}

function withAdvice(reason: Stop, voice: Voice): Stop {
  return { ...reason, message: voice.say('noPassword', { reason: reason.message }) };
}

/** The user may be named in the environment, too, but then it must be the same. */
function credentialsIn(
  content: string,
  file: string,
  wanted: string | undefined,
  voice: Voice,
): CredentialsResult {
  const [line = ''] = content.split(/\r?\n/, 1);
  const [, user, password] = /^([^:]+):(.+)$/.exec(line) ?? [];
  if (user === undefined || password === undefined)
    return stop(exitStatus.noSession, voice.say('credentialsForm', { file }));
  if (wanted && wanted !== user)
    return stop(exitStatus.noSession, voice.say('otherUser', { file, user, wanted }));
  return { ok: true, credentials: { user, password } };
}
