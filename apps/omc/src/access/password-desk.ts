import { randomBytes } from 'node:crypto';
import type { Actor } from '@omc/alarm';
import type { People, User } from '@omc/store';
import type { AuditOffice } from '../audit/audit-office.js';
import type { Lockout } from './lockout.js';
import type { PasswordChecks } from './password-checks.js';
import { hashPassword } from './passwords.js';
import { TriesUnderWay } from './tries-under-way.js';

/** From where, and by which way, somebody comes who is not known yet. */
export type Origin = Pick<Actor, 'from' | 'via'>;

/** Too many wrong passwords: nothing is checked for so long. */
export interface LockedOut {
  readonly lockedForSeconds: number;
}

/** What the desk is made of. */
export interface PasswordDeskParts {
  readonly people: Pick<People, 'findUser'>;
  readonly checks: PasswordChecks;
  readonly lockout: Lockout;
  readonly audit: Pick<AuditOffice, 'add'>;
}

/** Checks who somebody is by name and password: holds up who tries many, and tells the audit log of what was wrong. */
export class PasswordDesk {
  readonly #parts: PasswordDeskParts;
  readonly #underWay = new TriesUnderWay();
  /** Compared with where there is no such user, so that the answer takes as long. */
  readonly #nobody = hashPassword(randomBytes(16).toString('hex'));

  constructor(parts: PasswordDeskParts) {
    this.#parts = parts;
  }

  /** Whose name and password these are; undefined where either is wrong, `busy` where too many are checked at once. */
  async check(
    name: string,
    password: string,
    origin: Origin,
  ): Promise<User | LockedOut | 'busy' | undefined> {
    const who = `${origin.from} ${name}`;
    const lockedForSeconds = await this.#begun(who, name, origin);
    if (lockedForSeconds > 0) return { lockedForSeconds };
    try {
      return await this.#checked(name, password, origin);
    } finally {
      this.#underWay.end(who);
    }
  }

  /**
   * Begins a try; gives the seconds to wait where it may not be made. Many programs of one user that sign in at once are
   * no guessing: what would be one wrong password too many waits until it is known whether those before were wrong.
   */
  async #begun(who: string, name: string, { from }: Origin): Promise<number> {
    for (;;) {
      const lockedForSeconds = this.#parts.lockout.take(name, from);
      if (lockedForSeconds === 0) this.#underWay.begin(who);
      if (lockedForSeconds === 0 || !(await this.#underWay.oneEnded(who))) return lockedForSeconds;
    }
  }

  async #checked(name: string, password: string, origin: Origin): Promise<User | 'busy' | undefined> {
    const { people, checks, lockout, audit } = this.#parts;
    const user = await people.findUser(name);
    const right = await checks.check(user?.passwordHash ?? (await this.#nobody), password);
    if (right === 'busy') {
      lockout.succeeded(name, origin.from);
      return 'busy';
    }
    if (user !== null && right && !user.disabled) {
      lockout.succeeded(name, origin.from);
      return user;
    }
    const reason = user?.disabled && right ? 'disabled' : 'wrong user or password';
    await audit.add({ ...origin, user: name }, 'sign-in-failed', `user ${name}`, null, { reason });
    return undefined;
  }
}
