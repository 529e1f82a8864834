import type { Scope } from '@omc/alarm';
import type { UserRole } from '@omc/api';
import { type DataSource, EntitySchema, LessThan, MoreThan, type Repository } from 'typeorm';

/** Somebody who may sign in. */
export interface User {
  readonly name: string;
  readonly role: UserRole;
  /** argon2id, in PHC form. */
  readonly passwordHash: string;
}

interface SessionRow {
  tokenHash: string;
  userName: string;
  expiresAt: Date;
}

export const userEntity = new EntitySchema<User>({
  name: 'app_user',
  columns: {
    name: { type: 'text', primary: true },
    role: { type: 'text' },
    passwordHash: { type: 'text', name: 'password_hash' },
  },
});

export const sessionEntity = new EntitySchema<SessionRow>({
  name: 'app_session',
  columns: {
    tokenHash: { type: 'text', primary: true, name: 'token_hash' },
    userName: { type: 'text', name: 'user_name' },
    expiresAt: { type: 'timestamptz', name: 'expires_at' },
  },
});

/** An open session. */
export interface Session {
  readonly user: string;
  readonly role: UserRole;
  /** The NEs that they see and act on. */
  readonly scope: Scope;
  readonly expiresAt: number;
}

/** Users and their sessions. */
export class People {
  readonly #users: Repository<User>;
  readonly #sessions: Repository<SessionRow>;

  constructor(source: DataSource) {
    this.#users = source.getRepository(userEntity);
    this.#sessions = source.getRepository(sessionEntity);
  }

  hasUsers(): Promise<boolean> {
    return this.#users.exists();
  }

  async addUser(user: User): Promise<void> {
    await this.#users.insert(user);
  }

  findUser(name: string): Promise<User | null> {
    return this.#users.findOneBy({ name });
  }

  async openSession(tokenHash: string, userName: string, expiresAt: number): Promise<void> {
    await this.#sessions.insert({ tokenHash, userName, expiresAt: new Date(expiresAt) });
  }

  /** The session of a token, while it lasts. */
  async findSession(tokenHash: string, now: number): Promise<Session | undefined> {
    const session = await this.#sessions.findOneBy({ tokenHash, expiresAt: MoreThan(new Date(now)) });
    const user = session && (await this.findUser(session.userName));
    if (!session || !user) return undefined;
    return { user: user.name, role: user.role, scope: null, expiresAt: session.expiresAt.getTime() };
  }

  async closeSession(tokenHash: string): Promise<void> {
    await this.#sessions.delete({ tokenHash });
  }

  /** Forgets sessions that are over. */
  async sweepSessions(now: number): Promise<void> {
    await this.#sessions.delete({ expiresAt: LessThan(new Date(now)) });
  }
}
