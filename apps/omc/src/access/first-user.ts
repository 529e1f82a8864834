import type { People, User } from '@omc/store';
import type { Logger } from 'pino';
import type { AuditOffice } from '../audit/audit-office.js';
import { generatePassword, hashPassword } from './passwords.js';

/** Characters that a password has that is set by REST. */
const SHORTEST = 12;

const OMC_ITSELF = { user: 'omc', from: '', via: 'system' } as const;

/**
 * Makes the first user `admin` where there is none. A password that was given is the administrator's own choice; for one
 * that was generated, and stood on a screen, another is asked for.
 *
 * @returns the password, where it was generated: to be shown once, and never again.
 */
export async function makeFirstUser(
  people: People,
  audit: AuditOffice,
  given: string | undefined,
  now: number,
  log: Logger,
): Promise<string | undefined> {
  if (await people.hasUsers()) return undefined;
  if (given !== undefined && given.length < SHORTEST)
    log.warn(`OMC_ADMIN_PASSWORD has less than the ${SHORTEST} characters that users' passwords need`);
  const password = given ?? generatePassword();
  const at = new Date(now);
  const admin: User = {
    ...{ name: 'admin', role: 'admin', scope: null, disabled: false },
    passwordChange: given === undefined ? 'asked' : null,
    passwordHash: await hashPassword(password),
    ...{ createdAt: at, createdBy: OMC_ITSELF.user, changedAt: at, changedBy: OMC_ITSELF.user },
  };
  await people.addUser(admin, () =>
    audit.entryOf(OMC_ITSELF, 'add-user', 'user admin', null, { role: 'admin' }),
  );
  return given === undefined ? password : undefined;
}
