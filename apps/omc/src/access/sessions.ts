import { createHash, randomBytes } from 'node:crypto';
import type { People, Session } from '@omc/store';
import { Subject } from 'rxjs';
import type { PasswordChecks } from './password-checks.js';
import { hashPassword } from './passwords.js';

const SESSION_MS = 12 * 3_600_000;
const MOST_REMEMBERED = 10_000;

/** A session that was just opened, with the token that only its owner gets to see. */
export interface OpenedSession extends Session {
  readonly token: string;
}

/** Signs people in and out, and knows who a token belongs to. */
export class Sessions {
  readonly #people: People;
  readonly #now: () => number;
  readonly #checks: PasswordChecks;
  /** By hash of the token: found in the database before, so that a request costs no query. */
  readonly #remembered = new Map<string, Session>();
  readonly #closed = new Subject<string>();
  /** Tokens that no longer count. */
  readonly closed$ = this.#closed.asObservable();
  /** Compared with where there is no such user, so that the answer takes as long. */
  readonly #nobody = hashPassword(randomBytes(16).toString('hex'));

  constructor(people: People, checks: PasswordChecks, now: () => number) {
    this.#people = people;
    this.#checks = checks;
    this.#now = now;
  }

  /** Signs in; undefined where user or password are wrong, `busy` where too many sign in at once. */
  async open(name: string, password: string): Promise<OpenedSession | 'busy' | undefined> {
    const user = await this.#people.findUser(name);
    const right = await this.#checks.check(user?.passwordHash ?? (await this.#nobody), password);
    if (right === 'busy') return 'busy';
    if (user === null || !right) return undefined;
    const token = randomBytes(32).toString('base64url');
    const expiresAt = this.#now() + SESSION_MS;
    const session: Session = { user: user.name, role: user.role, scope: null, expiresAt };
    await this.#people.sweepSessions(this.#now());
    await this.#people.openSession(hashOf(token), user.name, session.expiresAt);
    return { ...session, token };
  }

  /** Whose token this is; undefined where it is nobody's, or no longer. */
  async find(token: string): Promise<Session | undefined> {
    const hash = hashOf(token);
    const remembered = this.#remembered.get(hash);
    if (remembered !== undefined && remembered.expiresAt > this.#now()) return remembered;
    this.#remembered.delete(hash);
    const session = await this.#people.findSession(hash, this.#now());
    if (session !== undefined) this.#remember(hash, session);
    return session;
  }

  async close(token: string): Promise<void> {
    this.#remembered.delete(hashOf(token));
    await this.#people.closeSession(hashOf(token));
    this.#closed.next(token);
  }

  #remember(hash: string, session: Session): void {
    // Sessions are few; this bound is against tokens by the million.
    if (this.#remembered.size >= MOST_REMEMBERED) this.#remembered.clear();
    this.#remembered.set(hash, session);
  }
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
