import type { AuditEntry, Refusal } from '@omc/alarm';
import { toRfc3339 } from '@omc/api';
import type { People, SessionEnd, SessionRows, StoredSession } from '@omc/store';
import type { AuditOffice } from '../audit/audit-office.js';
import type { Sessions } from './sessions.js';
import type { SignedSession } from './signed-session.js';

/** Sessions that are ended at a time. */
const AT_ONCE = 1_000;

/** What the desk works with. */
export interface SessionDeskParts {
  readonly rows: Pick<SessionRows, 'list' | 'findSession'>;
  readonly sessions: Pick<Sessions, 'end' | 'lastUseOf'>;
  readonly people: Pick<People, 'findUser'>;
  readonly audit: Pick<AuditOffice, 'entryOf'>;
  readonly now: () => number;
}

/** A session that is open. */
export interface OpenSession extends StoredSession {
  /** When it was used last, milliseconds since 1970 UTC. */
  readonly usedAt: number;
}

/** Where a page of sessions ended. */
export type SessionsEnd = Pick<StoredSession, 'begunAt' | 'session'>;

/** Shows people by which sessions they are signed in, and ends those that they do not want: their own, an admin anybody's. */
export class SessionDesk {
  readonly #parts: SessionDeskParts;

  constructor(parts: SessionDeskParts) {
    this.#parts = parts;
  }

  /**
   * A page of the open sessions of a user, left out: of whoever asks, the latest begun first. Those that were idle too long
   * are left out of it. `next` is where the page after it begins.
   */
  async list(
    user: string | undefined,
    by: SignedSession,
    after: SessionsEnd | undefined,
    limit: number,
  ): Promise<{ readonly open: OpenSession[]; readonly next: SessionsEnd | undefined } | Refusal> {
    const refusal = await this.#refusalOf(user, by);
    if (refusal !== undefined) return refusal;
    const rows = await this.#parts.rows.list(user ?? by.user, this.#parts.now(), after, limit + 1);
    const page = rows.slice(0, limit);
    return {
      open: page.flatMap((row) => this.#open(row)),
      next: rows.length > limit ? page.at(-1) : undefined,
    };
  }

  /** Ends a session of one's own, of anybody for an admin; what is open by it ends, too. */
  async end(id: string, by: SignedSession): Promise<Refusal | undefined> {
    const row = await this.#parts.rows.findSession(id, this.#parts.now());
    if (row === undefined || !(row.userName === by.user || mayEndAll(by))) return noSession;
    if (isOwners(row.userName, by)) return notByToken;
    const ended = await this.#parts.sessions.end([this.#endOf(row, by)]);
    return ended.size === 0 ? noSession : undefined;
  }

  /** Ends all sessions of a user, left out: of whoever asks, but the one by which it is asked for. */
  async endOthers(user: string | undefined, by: SignedSession): Promise<Refusal | undefined> {
    const refusal = await this.#refusalOf(user, by);
    if (refusal !== undefined) return refusal;
    const whose = user ?? by.user;
    if (isOwners(whose, by)) return notByToken;
    for (let after: SessionsEnd | undefined; ; ) {
      const rows = await this.#parts.rows.list(whose, this.#parts.now(), after, AT_ONCE);
      const others = rows.filter(({ session }) => session !== by.id);
      if (others.length > 0) await this.#parts.sessions.end(others.map((row) => this.#endOf(row, by)));
      if (rows.length < AT_ONCE) return undefined;
      after = rows.at(-1);
    }
  }

  async #refusalOf(user: string | undefined, by: SignedSession): Promise<Refusal | undefined> {
    if (user === undefined || user === by.user) return undefined;
    if (!mayEndAll(by))
      return {
        refused: 'not-allowed',
        field: 'user',
        reason: 'only an admin of all NEs may name another user',
      };
    if ((await this.#parts.people.findUser(user)) !== null) return undefined;
    return { refused: 'not-found', field: 'user', reason: `there is no user ${user}` };
  }

  #open(row: StoredSession): OpenSession[] {
    const usedAt = this.#parts.sessions.lastUseOf(row);
    return usedAt === undefined ? [] : [{ ...row, usedAt }];
  }

  #endOf(row: StoredSession, by: SignedSession): SessionEnd {
    return { session: row.session, entry: this.#entryOf(row, by) };
  }

  #entryOf({ session: id, userName, ...row }: StoredSession, by: SignedSession): AuditEntry {
    const { openedFrom: from, openedVia: via, program } = row;
    const before = { id, beganAt: toRfc3339(row.begunAt.getTime()), from, via, program };
    return this.#parts.audit.entryOf(by, 'end-session', `user ${userName}`, before, null);
  }
}

function mayEndAll({ role, scope }: SignedSession): boolean {
  return role === 'admin' && scope === null;
}

/** Whether a program is at it that came in by its owner's API token. */
function isOwners(user: string, by: SignedSession): boolean {
  return by.apiToken !== undefined && by.user === user;
}

const noSession: Refusal = { refused: 'not-found', field: 'id', reason: 'there is no such session' };
const notByToken: Refusal = {
  refused: 'conflict',
  reason: 'an API token does not sign its owner out; sign in with a password',
};
