import type { Session, User } from '@omc/store';

/** What a user may, until an instant. */
export function sessionOfUser({ name, role, scope, passwordChange }: User, expiresAt: number): Session {
  const session = { user: name, role, scope, expiresAt };
  return passwordChange === null ? session : { ...session, passwordChange };
}
