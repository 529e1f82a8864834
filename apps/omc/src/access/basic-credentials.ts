import { createHmac, randomBytes } from 'node:crypto';
import type { People, Session } from '@omc/store';
import type { PasswordChecks } from './password-checks.js';
import { hashPassword } from './passwords.js';

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

/** Knows who sends user and password with each request (HTTP basic authentication), without an argon2 each time. */
export class BasicCredentials {
  readonly #people: Pick<People, 'findUser'>;
  readonly #checks: PasswordChecks;
  readonly #now: () => number;
  /** By keyed hash of user and password: neither is kept. */
  readonly #remembered = new Map<string, Remembered>();
  readonly #asked = new Map<string, Promise<Session | 'busy' | undefined>>();
  readonly #secret = randomBytes(32);
  readonly #nobody = hashPassword(randomBytes(16).toString('hex'));

  constructor(people: Pick<People, 'findUser'>, checks: PasswordChecks, now: () => number) {
    this.#people = people;
    this.#checks = checks;
    this.#now = now;
  }

  /** Whose credentials these are; undefined where they are wrong, `busy` where that cannot be found out now. */
  async find(user: string, password: string): Promise<Session | 'busy' | undefined> {
    const key = createHmac('sha256', this.#secret).update(`${user}\0${password}`).digest('base64');
    const known = this.#remembered.get(key);
    if (known !== undefined && known.until > this.#now()) return known.session;
    const asked = this.#asked.get(key) ?? this.#ask(key, user, password);
    this.#asked.set(key, asked);
    try {
      return await asked;
    } finally {
      this.#asked.delete(key);
    }
  }

  /** A user's password was changed, or the user removed. */
  forget(user: string): void {
    for (const [key, known] of this.#remembered) if (known.user === user) this.#remembered.delete(key);
  }

  async #ask(key: string, name: string, password: string): Promise<Session | 'busy' | undefined> {
    const user = await this.#people.findUser(name);
    const right = await this.#checks.check(user?.passwordHash ?? (await this.#nobody), password);
    if (right === 'busy') return 'busy';
    const isRight = right && user !== null;
    const until = this.#now() + (isRight ? RIGHT_MS : WRONG_MS);
    const session = isRight ? { user: user.name, role: user.role, scope: null, expiresAt: until } : undefined;
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
