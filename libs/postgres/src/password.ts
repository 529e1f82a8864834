import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unlessMissing } from './error-code.js';
import { writeWhole } from './write-whole.js';

const passwordFile = (dataDir: string) => join(dataDir, 'postgres-password');

/** The data folder's password for the database; `undefined` when it has none yet. */
export async function readPassword(dataDir: string): Promise<string | undefined> {
  const text = await unlessMissing(readFile(passwordFile(dataDir), 'utf8'));
  return text?.trim() || undefined;
}

/** A password that nobody guesses, of letters, digits, "-" and "_". */
export const generatePassword = () => randomBytes(24).toString('base64url');

/** Keeps the password, readable for the owner alone. */
export async function keepPassword(dataDir: string, password: string): Promise<void> {
  await writeWhole(passwordFile(dataDir), `${password}\n`, 0o600);
}
