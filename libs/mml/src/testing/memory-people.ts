import type { AddedUser, ListedAuditEntry, ListedUser, UserToAdd } from '../backend-people.js';
import type { BackendResult } from '../backend-result.js';

/** Users who live in memory, for tests. */
export class MemoryPeople {
  entries: readonly ListedAuditEntry[] = [];
  readonly #users = new Map<string, ListedUser>();

  list(name?: string): ListedUser[] {
    return [...this.#users.values()].filter((user) => (name ?? user.name) === user.name);
  }

  add({ user: name, role, scope, password, mustChange }: UserToAdd, by: string): BackendResult<AddedUser> {
    if (this.#users.has(name))
      return { ok: false, refused: 'conflict', field: 'user', reason: `there is a user ${name} already` };
    const user: ListedUser = {
      ...{ name, role, scope, disabled: false, mustChangePassword: mustChange },
      ...{ createdAt: 0, createdBy: by, changedAt: 0, changedBy: by },
    };
    this.#users.set(name, user);
    return { ok: true, value: { ...user, password: password === undefined ? 'made-for-you-17' : null } };
  }

  remove(name: string): BackendResult<void> {
    if (this.#users.delete(name)) return { ok: true, value: undefined };
    return { ok: false, refused: 'not-found', field: 'user', reason: `there is no user ${name}` };
  }
}
