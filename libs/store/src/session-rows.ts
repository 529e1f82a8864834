import type { AuditEntry } from '@omc/alarm';
import { type DataSource, type EntityManager, LessThan, MoreThan, type Repository } from 'typeorm';
import { addAuditEntries } from './audit-log.js';
import { type SessionRow, sessionEntity, type User, userEntity } from './people-entities.js';

export type { Opening, SessionRow } from './people-entities.js';

/** A session, whichever of its tokens is the one now. */
export type StoredSession = Omit<SessionRow, 'tokenHash' | 'createdAt'>;

/** An entry of the audit log for the end of one session. */
export interface SessionEnd {
  readonly session: string;
  readonly entry: AuditEntry;
}

/** Sessions as they are stored: only hashes of their tokens. */
export class SessionRows {
  readonly #source: DataSource;
  readonly #rows: Repository<SessionRow>;

  constructor(source: DataSource) {
    this.#source = source;
    this.#rows = source.getRepository(sessionEntity);
  }

  /**
   * Opens a session, and says so in the audit log; those that are over are forgotten.
   *
   * @param knownSince when the user was changed last, as far as whoever checked the password knew.
   * @returns false, and nothing is opened, where the user was changed or removed since then.
   */
  async open(row: SessionRow, entry: AuditEntry, knownSince: Date): Promise<boolean> {
    return await this.#source.transaction(async (manager) => {
      // Held, so that a change of the user comes before and is seen here, or after and ends this session, too.
      const same: unknown[] = await manager.query(
        `select 1 from app_user where name = $1 and date_trunc('milliseconds', changed_at) = $2 for share`,
        [row.userName, knownSince],
      );
      if (same.length === 0) return false;
      await manager.delete(sessionEntity, { expiresAt: LessThan(row.createdAt) });
      await manager.insert(sessionEntity, row);
      await addAuditEntries(manager, [entry]);
      return true;
    });
  }

  /** Gives a session another token; the one before is good until an instant. False where the session has ended. */
  async renew(row: SessionRow, before: string, goodUntil: Date): Promise<boolean> {
    return await this.#source.transaction(async (manager) => {
      const { affected } = await manager.update(
        sessionEntity,
        { tokenHash: before },
        { expiresAt: goodUntil },
      );
      if (affected !== 1) return false;
      await manager.insert(sessionEntity, row);
      return true;
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
      await remove(manager, 'session = $1', session);
      if (entry !== undefined) await addAuditEntries(manager, [entry]);
    });
  }

  /** A page of the sessions of a user that are not over, the latest begun first. */
  async list(
    userName: string,
    now: number,
    after: Pick<StoredSession, 'begunAt' | 'session'> | undefined,
    limit: number,
  ): Promise<StoredSession[]> {
    return await this.#source.query(
      `${SESSIONS} and user_name = $2 and ($3::timestamptz is null or (begun_at, session) < ($3, $4::uuid))
       group by ${OF_A_SESSION} order by begun_at desc, session desc limit $5`,
      [new Date(now), userName, after?.begunAt ?? null, after?.session ?? null, limit],
    );
  }

  /** A session that is not over, by its id, whatever text that is. */
  async findSession(session: string, now: number): Promise<StoredSession | undefined> {
    const rows: StoredSession[] = await this.#source.query(
      `${SESSIONS} and session::text = $2 group by ${OF_A_SESSION}`,
      [new Date(now), session],
    );
    return rows[0];
  }

  /** Ends sessions with all their tokens, and says so in the audit log; gives those that were not over before. */
  async end(ends: readonly SessionEnd[]): Promise<ReadonlySet<string>> {
    return await this.#source.transaction(async (manager) => {
      const sessions = ends.map(({ session }) => session);
      const ended = await remove(manager, 'session = any($1::uuid[])', sessions);
      const entries = ends.filter(({ session }) => ended.has(session)).map(({ entry }) => entry);
      if (entries.length > 0) await addAuditEntries(manager, entries);
      return ended;
    });
  }

  /** Ends all sessions of a user. */
  async closeOf(userName: string): Promise<void> {
    await this.#source.transaction((manager) => remove(manager, 'user_name = $1', userName));
  }
}

/** Removes all tokens of some sessions; gives the sessions. */
async function remove(manager: EntityManager, condition: string, value: unknown): Promise<Set<string>> {
  // One that is being renewed is waited for: the next statement sees the token that took the place of the one before.
  await manager.query(`select 1 from app_session where ${condition} for update`, [value]);
  const [rows]: [{ session: string }[], number] = await manager.query(
    `delete from app_session where ${condition} returning session`,
    [value],
  );
  return new Set(rows.map(({ session }) => session));
}

/** What all tokens of a session have in common. */
const OF_A_SESSION = 'session, user_name, begun_at, opened_from, opened_via, program';
const SESSIONS = `select session, user_name as "userName", begun_at as "begunAt", opened_from as "openedFrom",
    opened_via as "openedVia", program, bool_or(in_browser) as "inBrowser",
    max(expires_at) as "expiresAt", max(last_used_at) as "lastUsedAt"
  from app_session where expires_at > $1`;
