import type { AuditEntry } from '@omc/alarm';
import { type DataSource, LessThan, MoreThan, type Repository } from 'typeorm';
import { addAuditEntries } from './audit-log.js';
import { type SessionRow, sessionEntity, type User, userEntity } from './people-entities.js';

export type { SessionRow } from './people-entities.js';

/** Sessions as they are stored: only hashes of their tokens. */
export class SessionRows {
  readonly #source: DataSource;
  readonly #rows: Repository<SessionRow>;

  constructor(source: DataSource) {
    this.#source = source;
    this.#rows = source.getRepository(sessionEntity);
  }

  /** Opens a session, and says so in the audit log; those that are over are forgotten. */
  async open(row: SessionRow, entry: AuditEntry): Promise<void> {
    await this.#source.transaction(async (manager) => {
      await manager.delete(sessionEntity, { expiresAt: LessThan(row.createdAt) });
      await manager.insert(sessionEntity, row);
      await addAuditEntries(manager, [entry]);
    });
  }

  /** Gives a session another token; the one before is good until an instant. */
  async renew(row: SessionRow, before: string, goodUntil: Date): Promise<void> {
    await this.#source.transaction(async (manager) => {
      await manager.update(sessionEntity, { tokenHash: before }, { expiresAt: goodUntil });
      await manager.insert(sessionEntity, row);
    });
  }

  /** A token's session and whose it is, while it lasts. */
  async find(tokenHash: string, now: number): Promise<{ row: SessionRow; user: User } | undefined> {
    const row = await this.#rows.findOneBy({ tokenHash, expiresAt: MoreThan(new Date(now)) });
    const user = row && (await this.#source.getRepository(userEntity).findOneBy({ name: row.userName }));
    return row && user ? { row, user } : undefined;
  }

  /** Sessions were used, and a browser has sent them. */
  async touch(session: string, at: number, inBrowser: boolean): Promise<void> {
    await this.#rows.update({ session }, { lastUsedAt: new Date(at), inBrowser });
  }

  /** Ends a session with all its tokens. */
  async close(session: string, entry?: AuditEntry): Promise<void> {
    await this.#source.transaction(async (manager) => {
      await manager.delete(sessionEntity, { session });
      if (entry !== undefined) await addAuditEntries(manager, [entry]);
    });
  }

  /** Ends all sessions of a user. */
  async closeOf(userName: string): Promise<void> {
    await this.#rows.delete({ userName });
  }
}
