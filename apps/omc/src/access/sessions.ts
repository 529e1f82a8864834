import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Session, SessionEnd, SessionRows, StoredSession, User } from '@omc/store';
import type { Logger } from 'pino';
import { merge, type Observable, Subject } from 'rxjs';
import type { AuditOffice } from '../audit/audit-office.js';
import { isApiToken } from './api-token-form.js';
import type { ApiTokens } from './api-tokens.js';
import { KnownSessions, type KnownToken, type Use } from './known-sessions.js';
import type { LockedOut, Origin, PasswordDesk } from './password-desk.js';
import { programName } from './program-name.js';
import { sessionOfUser } from './session-of-user.js';

const SESSION_MS = 12 * 3_600_000;
/** A browser's token is replaced after this time; the one before is good for so long afterwards. */
const RENEWED_AFTER_MS = 15 * 60_000;
const GRACE_MS = 60_000;
/** How exactly it is stored when a session was used last. */
const STORED_EVERY_MS = 60_000;

/** From where and how somebody signs in. */
export interface SignIn extends Origin {
  /** What the program calls itself, where it does. */
  readonly program?: string | undefined;
}

/** A session that was just opened, with the token that only its owner gets to see. */
export interface OpenedSession extends Session {
  readonly token: string;
}

/** What sessions are made of. */
export interface SessionsParts {
  readonly passwords: Pick<PasswordDesk, 'check'>;
  readonly rows: Pick<SessionRows, 'open' | 'renew' | 'find' | 'touch' | 'end' | 'close' | 'closeOf'>;
  readonly audit: Pick<AuditOffice, 'entryOf'>;
  /** Programs come in by tokens of their own, which are asked for here, too. */
  readonly apiTokens: Pick<ApiTokens, 'find' | 'closed$'>;
  readonly now: () => number;
  /** A browser's session ends when nothing was asked for this long. */
  readonly idleMs: number;
  /** Whether somebody whose password was only asked to be changed has to change it first. */
  readonly insistsOnChange: boolean;
  readonly log: Logger;
}

/** Signs people in and out, and knows who a token belongs to. */
export class Sessions {
  readonly #parts: SessionsParts;
  readonly #known = new KnownSessions();
  #forgotten = 0;
  readonly #closed = new Subject<string>();
  /** Tokens that no longer count. */
  readonly closed$: Observable<string>;

  constructor(parts: SessionsParts) {
    this.#parts = parts;
    this.closed$ = merge(this.#closed, parts.apiTokens.closed$);
  }

  /** Signs in; undefined where user or password are wrong, `busy` where too many sign in at once. */
  async open(
    name: string,
    password: string,
    origin: SignIn,
  ): Promise<OpenedSession | LockedOut | 'busy' | undefined> {
    const user = await this.#parts.passwords.check(name, password, origin);
    if (user === undefined || user === 'busy' || 'lockedForSeconds' in user) return user;
    return await this.begin(user, origin);
  }

  /** Begins a session of somebody who has shown who they are; undefined where they were changed or removed meanwhile. */
  async begin(user: User, { from, via, program }: SignIn): Promise<OpenedSession | undefined> {
    const { now, rows, audit } = this.#parts;
    const at = now();
    const token = newToken();
    const id = randomUUID();
    const session = sessionOfUser(user, at + SESSION_MS, id);
    const opening = {
      begunAt: new Date(at),
      openedFrom: from,
      openedVia: via,
      program: programName(program),
    };
    const known = { token, id, session, opening, issuedAt: at };
    const actor = { from, via, user: user.name };
    const moment = this.#forgotten;
    const isOpen = await rows.open(
      { ...rowOf(known), inBrowser: false, lastUsedAt: new Date(at) },
      audit.entryOf(actor, 'sign-in', `user ${user.name}`, null, null),
      user.changedAt,
    );
    if (!isOpen) return undefined;
    // Where sessions were ended meanwhile this may be one of them: the database is asked when it is shown first.
    if (moment === this.#forgotten)
      this.#known.remember(hashOf(token), known, { lastAt: at, storedAt: at, inBrowser: false, holds: 0 });
    return { ...session, token };
  }

  /** Whose token this is, a session's or a program's; undefined where it is nobody's, or no longer, or its owner has to change the password first. */
  async find(token: string): Promise<Session | undefined> {
    const session = await this.findAny(token, false);
    return session === undefined || this.mustChange(session) ? undefined : session;
  }

  /** Whose token this is, also where its owner has to change the password before anything else. */
  async findAny(token: string, byCookie: boolean): Promise<Session | undefined> {
    if (isApiToken(token)) return await this.#parts.apiTokens.find(token);
    const known = await this.#look(hashOf(token), token);
    const use = known && this.#known.useOf(known.id);
    if (known === undefined || use === undefined) return undefined;
    const now = this.#parts.now();
    const isOver = now >= known.session.expiresAt || (known.replaced && now >= known.replaced.goodUntil);
    if (isOver) return undefined;
    if (use.inBrowser && use.holds === 0 && now - use.lastAt >= this.#parts.idleMs) {
      await this.#endIdle(known.id);
      return undefined;
    }
    this.#touch(known.id, use, byCookie);
    return known.session;
  }

  /** Whether somebody has to change the password before anything else. */
  mustChange({ passwordChange }: Session): boolean {
    return passwordChange === 'required' || (passwordChange === 'asked' && this.#parts.insistsOnChange);
  }

  /** The token that takes the place of a browser's, where it is time; asked once more it is the same. */
  async renewed(token: string): Promise<OpenedSession | undefined> {
    const known = this.#known.find(hashOf(token));
    if (known === undefined || this.#parts.now() - known.issuedAt < RENEWED_AFTER_MS) return undefined;
    const next = known.replaced?.by ?? (await this.#renew(known));
    return next === undefined ? undefined : { ...known.session, token: next };
  }

  /** Keeps a session from ending for want of requests, for as long as a live stream is open; gives what ends that. */
  hold(token: string): () => void {
    const known = this.#known.find(hashOf(token));
    const use = known && this.#known.useOf(known.id);
    if (use === undefined) return () => undefined;
    use.holds += 1;
    let isHeld = true;
    return () => {
      if (isHeld) use.holds -= 1;
      isHeld = false;
      use.lastAt = this.#parts.now();
    };
  }

  /** Signs out: all tokens of the session are worthless from now on. */
  async close(token: string, origin?: Origin): Promise<void> {
    const known = await this.#look(hashOf(token), token);
    if (known === undefined) return;
    const { user } = known.session;
    const entry =
      origin && this.#parts.audit.entryOf({ ...origin, user }, 'sign-out', `user ${user}`, null, null);
    await this.#parts.rows.close(known.id, entry);
    this.#forget(({ id }) => id === known.id);
  }

  /** Ends sessions by their ids, as the audit log says; gives those that were still there. */
  async end(ends: readonly SessionEnd[]): Promise<ReadonlySet<string>> {
    const ended = await this.#parts.rows.end(ends);
    this.#forget(({ id }) => ended.has(id));
    return ended;
  }

  /** When a session was used last, milliseconds since 1970 UTC; undefined where it ends when it is looked at next. */
  lastUseOf({ session, inBrowser, lastUsedAt }: StoredSession): number | undefined {
    const now = this.#parts.now();
    const use = this.#known.useOf(session) ?? { inBrowser, lastAt: lastUsedAt.getTime(), holds: 0 };
    if (use.holds > 0) return now;
    return use.inBrowser && now - use.lastAt >= this.#parts.idleMs ? undefined : use.lastAt;
  }

  /** Ends all sessions of a user at once. */
  async closeOf(user: string): Promise<void> {
    await this.#parts.rows.closeOf(user);
    this.#forget(({ session }) => session.user === user);
  }

  /** The token that takes the place of another, once it is stored; requests at the same time get the same one. */
  async #renew(known: KnownToken): Promise<string | undefined> {
    known.renewing ??= this.#storeNext(known).finally(() => delete known.renewing);
    try {
      return await known.renewing;
    } catch (err) {
      this.#parts.log.warn(
        { err },
        'another token of a session could not be stored; the one before stays good',
      );
      return undefined;
    }
  }

  async #storeNext(known: KnownToken): Promise<string | undefined> {
    const { now, rows } = this.#parts;
    const at = now();
    const goodUntil = at + GRACE_MS;
    const { id, session, opening } = known;
    const next = { token: newToken(), id, session, opening, issuedAt: at };
    const row = { ...rowOf(next), inBrowser: true, lastUsedAt: new Date(at) };
    const moment = this.#forgotten;
    if (!(await rows.renew(row, hashOf(known.token), new Date(goodUntil)))) return undefined;
    known.replaced = { by: next.token, goodUntil };
    // Where sessions were ended meanwhile this may be one of them: the database is asked when it is shown first.
    if (moment === this.#forgotten)
      this.#known.remember(hashOf(next.token), next, { lastAt: at, storedAt: at, inBrowser: true, holds: 0 });
    return next.token;
  }

  async #endIdle(id: string): Promise<void> {
    await this.#parts.rows.close(id);
    this.#forget((known) => known.id === id);
  }

  #forget(which: (known: KnownToken) => boolean): void {
    this.#forgotten += 1;
    for (const token of this.#known.forget(which)) this.#closed.next(token);
  }

  async #look(hash: string, token: string): Promise<KnownToken | undefined> {
    const known = this.#known.find(hash);
    if (known !== undefined) return known;
    const moment = this.#forgotten;
    const found = await this.#parts.rows.find(hash, this.#parts.now());
    if (found === undefined || found.user.disabled) return undefined;
    // Sessions were ended while the database was asked: it may have told how things were before.
    if (moment !== this.#forgotten) return await this.#look(hash, token);
    const { row, user } = found;
    const session = sessionOfUser(user, row.expiresAt.getTime(), row.session);
    const looked = { token, id: row.session, session, opening: row, issuedAt: row.createdAt.getTime() };
    const lastAt = row.lastUsedAt.getTime();
    this.#known.remember(hash, looked, { lastAt, storedAt: lastAt, inBrowser: row.inBrowser, holds: 0 });
    return looked;
  }

  #touch(id: string, use: Use, byCookie: boolean): void {
    const { now, rows, log } = this.#parts;
    use.lastAt = now();
    const isNew = byCookie && !use.inBrowser;
    use.inBrowser ||= byCookie;
    if (!isNew && use.lastAt - use.storedAt < STORED_EVERY_MS) return;
    use.storedAt = use.lastAt;
    rows.touch(id, use.lastAt, use.inBrowser).catch((err: unknown) => {
      log.warn({ err }, 'when a session was used last could not be stored');
    });
  }
}

function rowOf({ token, id, session, opening, issuedAt }: KnownToken) {
  const { begunAt, openedFrom, openedVia, program } = opening;
  return {
    ...{ begunAt, openedFrom, openedVia, program },
    tokenHash: hashOf(token),
    userName: session.user,
    session: id,
    createdAt: new Date(issuedAt),
    expiresAt: new Date(session.expiresAt),
  };
}

function newToken(): string {
  return randomBytes(32).toString('base64url');
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
