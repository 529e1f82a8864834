import type { Actor, Json, Refusal } from '@omc/alarm';
import type { PasswordPost, UserPatch, UserPost } from '@omc/api';
import type { People, User, UserAudit, UserChange } from '@omc/store';
import type { LockedOut, PasswordDesk } from '../access/password-desk.js';
import { faultOfPassword } from '../access/password-rules.js';
import { hashPassword } from '../access/passwords.js';
import type { OpenedSession, Sessions, SignIn } from '../access/sessions.js';
import type { AuditOffice } from '../audit/audit-office.js';

/** What the office works with. */
export interface UsersOfficeParts {
  readonly people: People;
  readonly passwords: PasswordDesk;
  readonly sessions: Sessions;
  readonly audit: AuditOffice;
  readonly now: () => number;
  /** Forgets what is remembered of a user beside sessions. */
  readonly forget: (user: string) => void;
}

/** Lets people in, and no longer: who is changed has to sign in anew. */
export class UsersOffice {
  readonly #parts: UsersOfficeParts;

  constructor(parts: UsersOfficeParts) {
    this.#parts = parts;
  }

  list(): Promise<User[]> {
    return this.#parts.people.list();
  }

  find(name: string): Promise<User | null> {
    return this.#parts.people.findUser(name);
  }

  async add(post: UserPost, actor: Actor): Promise<User | Refusal> {
    const { user: name, password, role, scope, mustChange } = post;
    const fault = faultOfPassword(password, name);
    if (fault !== undefined) return { refused: 'invalid', field: 'password', reason: fault };
    const at = new Date(this.#parts.now());
    const user: User = {
      ...{ name, role, scope, disabled: false, passwordChange: mustChange ? 'required' : null },
      passwordHash: await hashPassword(password),
      ...{ createdAt: at, createdBy: actor.user, changedAt: at, changedBy: actor.user },
    };
    if (await this.#parts.people.addUser(user, this.#audit(actor, 'add-user', name))) return user;
    return { refused: 'conflict', field: 'user', reason: `there is a user ${name} already` };
  }

  async change(name: string, patch: UserPatch, actor: Actor): Promise<User | Refusal> {
    const { password, mustChange, ...rest } = patch;
    const fault = password === undefined ? undefined : faultOfPassword(password, name);
    if (fault !== undefined) return { refused: 'invalid', field: 'password', reason: fault };
    const change = {
      ...definedOf(rest),
      ...(password === undefined ? {} : { passwordHash: await hashPassword(password) }),
      ...(mustChange === undefined ? {} : { passwordChange: mustChange ? 'required' : null }),
    } as UserChange;
    const changed = await this.#parts.people.changeUser(
      name,
      change,
      { at: this.#parts.now(), by: actor.user },
      this.#audit(actor, 'change-user', name),
    );
    if (typeof changed === 'string') return refusalOf(changed, name);
    await this.#leave(name);
    return changed;
  }

  async remove(name: string, actor: Actor): Promise<Refusal | undefined> {
    const removed = await this.#parts.people.removeUser(name, this.#audit(actor, 'remove-user', name));
    if (typeof removed === 'string') return refusalOf(removed, name);
    await this.#leave(name);
    return undefined;
  }

  /** Changes one's own password: all sessions end, and a new one begins. */
  async changeOwnPassword(
    { password, newPassword }: PasswordPost,
    actor: SignIn & Actor,
  ): Promise<OpenedSession | Refusal | LockedOut | 'busy'> {
    const { passwords, people, sessions, now } = this.#parts;
    const name = actor.user;
    const user = await passwords.check(name, password, actor);
    if (user === undefined) return { refused: 'not-allowed', field: 'password', reason: 'is wrong' };
    if (user === 'busy' || 'lockedForSeconds' in user) return user;
    const fault = faultOfPassword(newPassword, name) ?? sameness(password, newPassword);
    if (fault !== undefined) return { refused: 'invalid', field: 'newPassword', reason: fault };
    const changed = await people.changeUser(
      name,
      { passwordHash: await hashPassword(newPassword), passwordChange: null },
      { at: now(), by: name },
      this.#audit(actor, 'change-password', name),
    );
    if (typeof changed === 'string') return refusalOf(changed, name);
    await this.#leave(name);
    return (await sessions.begin(changed, actor)) ?? changedMeanwhile;
  }

  async #leave(name: string): Promise<void> {
    this.#parts.forget(name);
    await this.#parts.sessions.closeOf(name);
  }

  #audit(actor: Actor, action: string, name: string): UserAudit {
    return (before, after) =>
      this.#parts.audit.entryOf(
        actor,
        action,
        `user ${name}`,
        stateOf(before),
        stateOf(after, before?.passwordHash),
      );
  }
}

const changedMeanwhile: Refusal = {
  refused: 'conflict',
  reason: 'the password is changed, and you were changed once more meanwhile: sign in again',
};

function sameness(password: string, newPassword: string): string | undefined {
  return password === newPassword ? 'is the one until now' : undefined;
}

function refusalOf(why: 'not-found' | 'last-admin', name: string): Refusal {
  if (why === 'not-found') return { refused: 'not-found', reason: `there is no user ${name.slice(0, 64)}` };
  return { refused: 'conflict', reason: `${name} is the last admin of the whole network who can sign in` };
}

/** A user as the audit log tells of one: whether the password was changed, and never the password. */
function stateOf(user: User | null, hashBefore?: string): Json {
  if (user === null) return null;
  const { role, scope, disabled, passwordChange, passwordHash } = user;
  const isNewPassword = hashBefore !== undefined && hashBefore !== passwordHash;
  return {
    ...{ role, scope: scope as Json, disabled, passwordChange },
    ...(isNewPassword ? { password: 'changed' } : {}),
  };
}

function definedOf<Members extends object>(members: Members): Partial<Members> {
  return Object.fromEntries(
    Object.entries(members).filter(([, value]) => value !== undefined),
  ) as Partial<Members>;
}
