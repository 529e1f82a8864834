import type { Json, Scope, WayIn } from '@omc/alarm';
import type { Pages } from './backend-alarms.js';
import type { BackendResult } from './backend-result.js';
import type { MmlRole } from './table/role.js';

/** A user as they may be shown; instants in milliseconds since 1970. */
export interface ListedUser {
  readonly name: string;
  readonly role: MmlRole;
  readonly scope: Scope;
  readonly disabled: boolean;
  readonly mustChangePassword: boolean;
  readonly createdAt: number;
  readonly createdBy: string;
  readonly changedAt: number;
  readonly changedBy: string;
}

/** Somebody to be let in. */
export interface UserToAdd {
  readonly user: string;
  readonly role: MmlRole;
  readonly scope: Scope;
  /** Left out: one is made. */
  readonly password?: string;
  readonly mustChange: boolean;
}

/** Somebody who was let in. */
export interface AddedUser extends ListedUser {
  /** The one that was made, to be shown once; null where one was given. */
  readonly password: string | null;
}

/** Who did what, from where, by which way in. */
export interface ListedAuditEntry {
  readonly id: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly user: string;
  readonly from: string;
  readonly via: WayIn;
  readonly action: string;
  readonly target: string;
  readonly before: Json;
  readonly after: Json;
}

/** Which entries of the audit log; members left out do not restrict. Instants in milliseconds since 1970, both included. */
export interface AuditWanted {
  readonly user?: string;
  readonly action?: string;
  readonly target?: string;
  readonly fromAt?: number;
  readonly untilAt?: number;
}

/** What MML commands ask about people and what they did. */
export interface PeopleBackend {
  /** All users, or the one of this name, by name. */
  listUsers(name?: string): Promise<BackendResult<readonly ListedUser[]>>;
  /** Lets somebody in; `conflict` where the name is taken. */
  addUser(added: UserToAdd, by: string): Promise<BackendResult<AddedUser>>;
  /** Lets somebody in no longer; `not-found` where there is none, `conflict` for the last admin. */
  removeUser(name: string, by: string): Promise<BackendResult<void>>;
  /** Entries of the audit log, the newest first, so many a page. */
  auditEntries(wanted: AuditWanted, pageSize: number): Pages<ListedAuditEntry>;
}
