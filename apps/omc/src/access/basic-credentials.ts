import { createHmac, randomBytes } from 'node:crypto';
import type { Session } from '@omc/store';
import type { LockedOut, Origin, PasswordDesk } from './password-desk.js';
import { sessionOfUser } from './session-of-user.js';

/** So long a password that was right counts as right without being checked again. */
const RIGHT_MS = 60_000;
/** The same for one that was wrong. */
const WRONG_MS = 10_000;
const MOST_REMEMBERED = 1_000;

interface Remembered {
  readonly user: string;
  readonly session: Session | undefined;
  readonly until: number;
}

type Found = Session | LockedOut | 'busy' | undefined;

/** Knows who sends user and password with each request (HTTP basic authentication), without an argon2 each time. */
export class BasicCredentials {
  readonly #passwords: Pick<PasswordDesk, 'check'>;
  readonly #now: () => number;
  /** By keyed hash of user and password: neither is kept. */
  readonly #remembered = new Map<string, Remembered>();
  readonly #asked = new Map<string, Promise<Found>>();
  readonly #secret = randomBytes(32);
  #forgotten = 0;

  constructor(passwords: Pick<PasswordDesk, 'check'>, now: () => number) {
    this.#passwords = passwords;
    this.#now = now;
  }

  /** Whose credentials these are; undefined where they are wrong, `busy` where that cannot be found out now. */
  async find(user: string, password: string, origin: Origin): Promise<Found> {
    const key = createHmac('sha256', this.#secret).update(`${user}\0${password}`).digest('base64');
    const known = this.#remembered.get(key);
    if (known !== undefined && known.until > this.#now()) return known.session;
    const asked = this.#asked.get(key) ?? this.#ask(key, user, password, origin);
    this.#asked.set(key, asked);
    try {
      return await asked;
    } finally {
      this.#asked.delete(key);
    }
  }

  /** A user was changed or removed: what is remembered no longer counts. */
  forget(user: string): void {
    this.#forgotten += 1;
    this.#asked.clear();
    for (const [key, known] of this.#remembered) if (known.user === user) this.#remembered.delete(key);
  }

  async #ask(key: string, name: string, password: string, origin: Origin): Promise<Found> {
    const moment = this.#forgotten;
    const user = await this.#passwords.check(name, password, origin);
    if (user === 'busy' || (user !== undefined && 'lockedForSeconds' in user)) return user;
    const until = this.#now() + (user === undefined ? WRONG_MS : RIGHT_MS);
    const session = user && sessionOfUser(user, until);
    // The user may have been changed while the password was checked.
    if (moment !== this.#forgotten) return session;
    this.#remembered.delete(key);
    this.#remembered.set(key, { user: name, session, until });
    for (const oldest of this.#remembered.keys()) {
      if (this.#remembered.size <= MOST_REMEMBERED) break;
      this.#remembered.delete(oldest);
    }
    return session;
  }
}

/** User and password of an `Authorization: Basic` header; undefined where it is none. */
export function basicOf(
  header: string | undefined,
): { readonly user: string; readonly password: string } | undefined {
  const encoded = /^Basic +([A-Za-z0-9+/=]{1,2000})$/i.exec(header ?? '')?.[1];
  if (encoded === undefined) return undefined;
  const [, user, password] = /^([^:]*):(.*)$/s.exec(Buffer.from(encoded, 'base64').toString('utf8')) ?? [];
  return user === undefined || password === undefined ? undefined : { user, password };
}
