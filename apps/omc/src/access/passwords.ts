import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** argon2id with the parameters that OWASP names (19 MiB, 2 passes). */
const ARGON2ID = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** A password as it is stored (argon2id, PHC form). */
export function hashPassword(password: string): Promise<string> {
  return hash(password, ARGON2ID);
}

/** Whether a password is the one that was stored. */
export function isPassword(stored: string, password: string): Promise<boolean> {
  return verify(stored, password);
}

/** A password that nobody guesses: 24 characters that can be typed. */
export function generatePassword(): string {
  return randomBytes(18).toString('base64url');
}
