import { randomBytes } from 'node:crypto';

const PREFIX = 'omc_';
/** That of a session has 43 characters in all. */
const FORM = /^omc_[\w-]{43}$/;

/** A token for a program, which one sees to be one: 256 bits that nobody guesses. */
export function generateApiToken(): string {
  return `${PREFIX}${randomBytes(32).toString('base64url')}`;
}

/** Whether a token has the form of a program's, not of a session's. */
export function isApiToken(token: string): boolean {
  return FORM.test(token);
}
