import type { People } from '@omc/store';
import { generatePassword, hashPassword } from './passwords.js';

/**
 * Makes the first user `admin` where there is none.
 *
 * @returns the password, where it was generated: to be shown once, and never again.
 */
export async function makeFirstUser(people: People, given: string | undefined): Promise<string | undefined> {
  if (await people.hasUsers()) return undefined;
  const password = given ?? generatePassword();
  await people.addUser({ name: 'admin', role: 'admin', passwordHash: await hashPassword(password) });
  return given === undefined ? password : undefined;
}
