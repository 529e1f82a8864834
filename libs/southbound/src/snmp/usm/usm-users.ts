import { BoundedMap } from './bounded-map.js';
import { type LocalisedUser, localised, type UsmUser } from './usm-user.js';

const MAX_LOCALISED = 10_000;

/** The users of SNMPv3 that are accepted, with their keys at the engines that were met last. */
export class UsmUsers {
  readonly #users = new Map<string, UsmUser>();
  readonly #localised = new BoundedMap<LocalisedUser>(MAX_LOCALISED);

  /** Accepts a user from now on. */
  put(user: UsmUser): void {
    this.#users.set(user.name, user);
  }

  /** Accepts a user no longer. */
  remove(name: string): void {
    this.#users.delete(name);
  }

  has(name: string): boolean {
    return this.#users.has(name);
  }

  /** A user's keys at an engine. They are not kept until `keep`, so that nobody can push others out with invented engines. */
  at(name: string, engineId: Uint8Array): LocalisedUser | undefined {
    const user = this.#users.get(name);
    if (user === undefined) return undefined;
    const known = this.#localised.get(keyOf(name, engineId));
    return known?.user === user ? known : localised(user, engineId);
  }

  /** The keys proved to be right: they are kept for the next time. */
  keep(engineId: Uint8Array, keys: LocalisedUser): void {
    this.#localised.set(keyOf(keys.user.name, engineId), keys);
  }
}

function keyOf(name: string, engineId: Uint8Array): string {
  return `${Buffer.from(engineId).toString('base64')} ${name}`;
}
