import type { Actor } from '@omc/alarm';
import { snmpUserPost, trapDryRunPost } from '@omc/api';
import type {
  BackendResult,
  ListedSnmpUser,
  NotificationToTry,
  SnmpUserToAdd,
  TriedNotification,
} from '@omc/mml';
import type { Omc } from '../omc.js';
import { tryNotification } from '../traps/try-notification.js';
import { invalid } from './results.js';

/** What MML asks about SNMP: users of version 3, and what a notification would become. */
export class MmlSnmp {
  readonly #omc: Omc;
  readonly #actor: Actor;

  constructor(omc: Omc, actor: Actor) {
    this.#omc = omc;
    this.#actor = actor;
  }

  tryNotification(tried: NotificationToTry): BackendResult<TriedNotification> {
    const checked = trapDryRunPost.safeParse(tried);
    if (!checked.success) return invalid(checked.error);
    return { ok: true, value: tryNotification(checked.data, this.#omc.traps) };
  }

  async listUsers(): Promise<BackendResult<readonly ListedSnmpUser[]>> {
    return { ok: true, value: await this.#omc.snmpUsers.list() };
  }

  async addUser(added: SnmpUserToAdd): Promise<BackendResult<void>> {
    const checked = snmpUserPost.safeParse(added);
    if (!checked.success) return invalid(checked.error);
    const result = await this.#omc.snmpUsers.add(checked.data, this.#actor);
    return 'refused' in result ? { ok: false, ...result } : { ok: true, value: undefined };
  }

  async removeUser(name: string): Promise<BackendResult<void>> {
    const refusal = await this.#omc.snmpUsers.remove(name, this.#actor);
    return refusal === undefined ? { ok: true, value: undefined } : { ok: false, ...refusal };
  }
}
