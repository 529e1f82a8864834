import type { User } from '@omc/store';

const at = new Date(0);

/** A user of the tests; everything about one can be said. */
export function userOf(name: string, rest: Partial<User> = {}): User {
  return {
    ...{ name, role: 'operator', scope: null, disabled: false, passwordChange: null, passwordHash: '' },
    ...{ createdAt: at, createdBy: 'admin', changedAt: at, changedBy: 'admin' },
    ...rest,
  };
}
