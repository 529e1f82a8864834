import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../failure.mjs';

/**
 * The password of `admin`: the one that was given, else the one kept in the data folder, else a new one, which is
 * kept there for the next start and for omc-mml. Throws a `Failure` if the file is not ours.
 *
 * @param {string} dataDir a folder that is there
 * @param {string | undefined} given is not written anywhere
 * @returns {{password: string, origin: 'given' | 'kept' | 'generated', file: string}}
 */
export function findPassword(dataDir, given) {
  const file = join(dataDir, 'credentials');
  if (given !== undefined) return { password: given, origin: 'given', file };
  if (existsSync(file)) return { password: readPassword(file), origin: 'kept', file };
  const password = randomBytes(12).toString('base64url');
  writeFileSync(file, `admin:${password}\n`, { mode: 0o600, flag: 'wx' });
  return { password, origin: 'generated', file };
}

function readPassword(file) {
  const [, password] = /^admin:(.+)$/m.exec(readFileSync(file, 'utf8')) ?? [];
  if (password === undefined) throw new Failure(`${file} must hold a line of the form admin:PASSWORD.`);
  return password;
}
