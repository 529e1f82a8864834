import type { AuditEntry, Scope } from '@omc/alarm';
import type { UserRole } from '@omc/api';
import { type DataSource, type EntityManager, IsNull, QueryFailedError, type Repository } from 'typeorm';
import { addAuditEntries } from './audit-log.js';
import { type User, userEntity } from './people-entities.js';

export type { User } from './people-entities.js';

/** Somebody who is signed in. */
export interface Session {
  readonly user: string;
  readonly role: UserRole;
  /** The NEs that they see and act on. */
  readonly scope: Scope;
  readonly expiresAt: number;
  /** The id of the session that was opened at a sign-in, where it is one. */
  readonly id?: string;
  /** Another password is asked for, or must be set before anything else. */
  readonly passwordChange?: 'asked' | 'required';
  /** The id of the API token that it is, where it is none of a person. */
  readonly apiToken?: string;
}

/** What can be changed about a user. */
export type UserChange = Partial<
  Pick<User, 'role' | 'scope' | 'disabled' | 'passwordHash' | 'passwordChange'>
>;

/** What the audit log says of a change of somebody, as it was and became. */
export type UserAudit = (before: User | null, after: User | null) => AuditEntry;

/** Users: each change of one stands in the audit log by the same commit. */
export class People {
  readonly #source: DataSource;
  readonly #users: Repository<User>;

  constructor(source: DataSource) {
    this.#source = source;
    this.#users = source.getRepository(userEntity);
  }

  hasUsers(): Promise<boolean> {
    return this.#users.exists();
  }

  /** Every user, by name. */
  list(): Promise<User[]> {
    return this.#users.find({ order: { name: 'asc' } });
  }

  findUser(name: string): Promise<User | null> {
    return this.#users.findOneBy({ name });
  }

  /** Adds a user; false where the name is taken. */
  async addUser(user: User, audit: UserAudit): Promise<boolean> {
    try {
      await this.#source.transaction(async (manager) => {
        await manager.insert(userEntity, user);
        await addAuditEntries(manager, [audit(null, user)]);
      });
      return true;
    } catch (error) {
      if (error instanceof QueryFailedError && error.driverError.code === UNIQUE_VIOLATION) return false;
      throw error;
    }
  }

  /** Changes a user; nothing where no admin of the whole network would be left that can sign in. */
  changeUser(
    name: string,
    change: UserChange,
    { at, by }: { readonly at: number; readonly by: string },
    audit: UserAudit,
  ): Promise<User | 'not-found' | 'last-admin'> {
    return this.#onUser(name, async (before, isLastAdmin, manager) => {
      const after: User = { ...before, ...change, changedAt: new Date(at), changedBy: by };
      if (isLastAdmin && !managesUsers(after)) return 'last-admin';
      await manager.update(userEntity, { name }, { ...change, changedAt: after.changedAt, changedBy: by });
      await addAuditEntries(manager, [audit(before, after)]);
      return after;
    });
  }

  /** Removes a user with all sessions and tokens; nothing where no admin of the whole network would be left. */
  removeUser(name: string, audit: UserAudit): Promise<User | 'not-found' | 'last-admin'> {
    return this.#onUser(name, async (before, isLastAdmin, manager) => {
      if (isLastAdmin) return 'last-admin';
      await manager.delete(userEntity, { name });
      await addAuditEntries(manager, [audit(before, null)]);
      return before;
    });
  }

  /** One change of a user after the other, so that two of them cannot each leave the other as the last admin. */
  #onUser<Result>(
    name: string,
    work: (user: User, isLastAdmin: boolean, manager: EntityManager) => Promise<Result>,
  ): Promise<Result | 'not-found'> {
    return this.#source.transaction(async (manager) => {
      await manager.query('lock table app_user in share row exclusive mode');
      const user = await manager.findOneBy(userEntity, { name });
      if (user === null) return 'not-found';
      const admins = await manager.countBy(userEntity, { role: 'admin', disabled: false, scope: IsNull() });
      return await work(user, managesUsers(user) && admins === 1, manager);
    });
  }
}

/** Whether somebody can let others in: an admin who is limited to some NEs cannot. */
function managesUsers({ role, disabled, scope }: User): boolean {
  return role === 'admin' && !disabled && scope === null;
}

/** PostgreSQL's code for a name that is taken. */
const UNIQUE_VIOLATION = '23505';
