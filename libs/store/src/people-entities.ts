import type { Scope, WayIn } from '@omc/alarm';
import type { UserRole } from '@omc/api';
import { EntitySchema } from 'typeorm';

/** Somebody who may sign in. */
export interface User {
  readonly name: string;
  readonly role: UserRole;
  /** The NEs that they see and act on. */
  readonly scope: Scope;
  readonly disabled: boolean;
  /** Another password is asked for, or must be set before anything else. */
  readonly passwordChange: 'asked' | 'required' | null;
  /** argon2id, in PHC form. */
  readonly passwordHash: string;
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly changedAt: Date;
  readonly changedBy: string;
}

/** When, from where, by which way and by what program a session was opened. */
export interface Opening {
  readonly begunAt: Date;
  readonly openedFrom: string;
  readonly openedVia: WayIn;
  /** What it called itself; null where it did not. */
  readonly program: string | null;
}

/** One token of a session: it has another after each renewal. */
export interface SessionRow extends Opening {
  readonly tokenHash: string;
  readonly userName: string;
  /** What all tokens of one sign-in have in common. */
  readonly session: string;
  /** A browser has sent it as a cookie. */
  readonly inBrowser: boolean;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly lastUsedAt: Date;
}

export const userEntity = new EntitySchema<User>({
  name: 'app_user',
  columns: {
    name: { type: 'text', primary: true },
    role: { type: 'text' },
    scope: { type: 'jsonb', nullable: true },
    disabled: { type: 'boolean' },
    passwordChange: { type: 'text', name: 'password_change', nullable: true },
    passwordHash: { type: 'text', name: 'password_hash' },
    createdAt: { type: 'timestamptz', name: 'created_at' },
    createdBy: { type: 'text', name: 'created_by' },
    changedAt: { type: 'timestamptz', name: 'changed_at' },
    changedBy: { type: 'text', name: 'changed_by' },
  },
});

export const sessionEntity = new EntitySchema<SessionRow>({
  name: 'app_session',
  columns: {
    tokenHash: { type: 'text', primary: true, name: 'token_hash' },
    userName: { type: 'text', name: 'user_name' },
    session: { type: 'uuid' },
    inBrowser: { type: 'boolean', name: 'in_browser' },
    createdAt: { type: 'timestamptz', name: 'created_at' },
    expiresAt: { type: 'timestamptz', name: 'expires_at' },
    lastUsedAt: { type: 'timestamptz', name: 'last_used_at' },
    begunAt: { type: 'timestamptz', name: 'begun_at' },
    openedFrom: { type: 'text', name: 'opened_from' },
    openedVia: { type: 'text', name: 'opened_via' },
    program: { type: 'text', nullable: true },
  },
});
