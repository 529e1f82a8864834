import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unlessMissing } from './error-code.js';
import { writeWhole } from './write-whole.js';

/** Who signs in to the database: the owner of the tables, or the OMC at its work. */
export type Who = 'owner' | 'runtime';

/** The passwords of both. */
export type Passwords = Readonly<Record<Who, string>>;

const files = { owner: 'postgres-password', runtime: 'postgres-runtime-password' } as const;

/** A password that the data folder keeps; `undefined` when it has none yet. */
export async function readPassword(dataDir: string, who: Who): Promise<string | undefined> {
  const text = await unlessMissing(readFile(join(dataDir, files[who]), 'utf8'));
  return text?.trim() || undefined;
}

/** A password that nobody guesses, of letters, digits, "-" and "_". */
export const generatePassword = () => randomBytes(24).toString('base64url');

/** Keeps a password, readable for the owner of the folder alone. */
export async function keepPassword(dataDir: string, who: Who, password: string): Promise<void> {
  await writeWhole(join(dataDir, files[who]), `${password}\n`, 0o600);
}
