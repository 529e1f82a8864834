import type { Session, User } from '@omc/store';

/** What a user may, until an instant. @param id of the session that was opened at a sign-in, where one was. */
export function sessionOfUser(
  { name, role, scope, passwordChange }: User,
  expiresAt: number,
  id?: string,
): Session {
  const session = { user: name, role, scope, expiresAt, ...(id === undefined ? {} : { id }) };
  return passwordChange === null ? session : { ...session, passwordChange };
}
