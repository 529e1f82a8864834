import type { Actor } from '@omc/alarm';
import { userPost } from '@omc/api';
import type {
  AddedUser,
  AuditWanted,
  BackendResult,
  ListedAuditEntry,
  ListedUser,
  Pages,
  UserToAdd,
} from '@omc/mml';
import type { User } from '@omc/store';
import { generatePassword } from '../access/passwords.js';
import type { Omc } from '../omc.js';
import { invalid } from './results.js';

/** Users, and who did what, as MML asks for them. */
export class MmlPeople {
  readonly #omc: Omc;
  readonly #actor: Actor;

  constructor(omc: Omc, actor: Actor) {
    this.#omc = omc;
    this.#actor = actor;
  }

  async list(name: string | undefined): Promise<BackendResult<readonly ListedUser[]>> {
    const users = await this.#omc.users.list();
    return { ok: true, value: users.filter((user) => name === undefined || user.name === name).map(listed) };
  }

  async add({ password, ...added }: UserToAdd): Promise<BackendResult<AddedUser>> {
    const generated = password === undefined ? generatePassword() : null;
    const checked = userPost.safeParse({ ...added, password: password ?? generated });
    if (!checked.success) return invalid(checked.error);
    const user = await this.#omc.users.add(checked.data, this.#actor);
    if ('refused' in user) return { ok: false, ...user };
    return { ok: true, value: { ...listed(user), password: generated } };
  }

  async remove(name: string): Promise<BackendResult<void>> {
    const refusal = await this.#omc.users.remove(name, this.#actor);
    return refusal === undefined ? { ok: true, value: undefined } : { ok: false, field: 'user', ...refusal };
  }

  async *audit({ fromAt, untilAt, ...named }: AuditWanted, pageSize: number): Pages<ListedAuditEntry> {
    const { auditLog } = this.#omc.store;
    const wanted = { ...named, sinceAt: fromAt, untilAt };
    let before: number | undefined;
    for (;;) {
      const found = await auditLog.page(wanted, pageSize + 1, before);
      const items = found.slice(0, pageSize);
      const more = found.length > pageSize;
      yield { items, more };
      if (!more) return;
      before = items.at(-1)?.id;
    }
  }
}

function listed(user: User): ListedUser {
  const { name, role, scope, disabled, passwordChange, createdBy, changedBy } = user;
  return {
    ...{ name, role, scope, disabled, mustChangePassword: passwordChange !== null, createdBy, changedBy },
    createdAt: user.createdAt.getTime(),
    changedAt: user.changedAt.getTime(),
  };
}
