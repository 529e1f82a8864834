import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Session, SessionRows, User } from '@omc/store';
import type { Logger } from 'pino';
import { merge, type Observable, Subject } from 'rxjs';
import type { AuditOffice } from '../audit/audit-office.js';
import { isApiToken } from './api-token-form.js';
import type { ApiTokens } from './api-tokens.js';
import { KnownSessions, type KnownToken, type Use } from './known-sessions.js';
import type { LockedOut, Origin, PasswordDesk } from './password-desk.js';
import { sessionOfUser } from './session-of-user.js';

const SESSION_MS = 12 * 3_600_000;
/** A browser's token is replaced after this time; the one before is good for so long afterwards. */
const RENEWED_AFTER_MS = 15 * 60_000;
const GRACE_MS = 60_000;
/** How exactly it is stored when a session was used last. */
const STORED_EVERY_MS = 60_000;

/** A session that was just opened, with the token that only its owner gets to see. */
export interface OpenedSession extends Session {
  readonly token: string;
}

/** What sessions are made of. */
export interface SessionsParts {
  readonly passwords: Pick<PasswordDesk, 'check'>;
  readonly rows: Pick<SessionRows, 'open' | 'renew' | 'find' | 'touch' | 'close' | 'closeOf'>;
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
    origin: Origin,
  ): Promise<OpenedSession | LockedOut | 'busy' | undefined> {
    const user = await this.#parts.passwords.check(name, password, origin);
    if (user === undefined || user === 'busy' || 'lockedForSeconds' in user) return user;
    return await this.begin(user, origin, 'sign-in');
  }

  /** Begins a session of somebody who has shown who they are. */
  async begin(user: User, origin: Origin, action: string): Promise<OpenedSession> {
    const { now, rows, audit } = this.#parts;
    const at = now();
    const token = newToken();
    const session = sessionOfUser(user, at + SESSION_MS);
    const known = { token, id: randomUUID(), session, issuedAt: at };
    const actor = { ...origin, user: user.name };
    await rows.open(
      { ...rowOf(known), inBrowser: false, lastUsedAt: new Date(at) },
      audit.entryOf(actor, action, `user ${user.name}`, null, null),
    );
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
      await this.#end(known.id);
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
    if (known === undefined) return undefined;
    if (known.replaced !== undefined) return { ...known.session, token: known.replaced.by };
    const at = this.#parts.now();
    if (at - known.issuedAt < RENEWED_AFTER_MS) return undefined;
    const next = { token: newToken(), id: known.id, session: known.session, issuedAt: at };
    // Before the database is asked, so that requests at the same time get the same one.
    known.replaced = { by: next.token, goodUntil: at + GRACE_MS };
    const use = this.#known.useOf(known.id) ?? { lastAt: at, storedAt: at, inBrowser: true, holds: 0 };
    this.#known.remember(hashOf(next.token), next, use);
    await this.#parts.rows.renew(
      { ...rowOf(next), inBrowser: true, lastUsedAt: new Date(at) },
      hashOf(token),
      new Date(at + GRACE_MS),
    );
    return { ...next.session, token: next.token };
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

  /** Ends all sessions of a user at once. */
  async closeOf(user: string): Promise<void> {
    await this.#parts.rows.closeOf(user);
    this.#forget(({ session }) => session.user === user);
  }

  async #end(id: string): Promise<void> {
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
    const session = sessionOfUser(user, row.expiresAt.getTime());
    const looked = { token, id: row.session, session, issuedAt: row.createdAt.getTime() };
    const lastAt = row.lastUsedAt.getTime();
    this.#known.remember(hash, looked, { lastAt, storedAt: lastAt, inBrowser: row.inBrowser, holds: 0 });
    return looked;
  }

  #touch(id: string, use: Use, byCookie: boolean): void {
    const { now, rows, log } = this.#parts;
    use.lastAt = now();
    const isNew = byCookie && !use.inBrowser;
    use.inBrowser ||= byCookie;
    if (!use.inBrowser || (!isNew && use.lastAt - use.storedAt < STORED_EVERY_MS)) return;
    use.storedAt = use.lastAt;
    rows.touch(id, use.lastAt, use.inBrowser).catch((err: unknown) => {
      log.warn({ err }, 'when a session was used last could not be stored');
    });
  }
}

function rowOf({ token, id, session, issuedAt }: KnownToken) {
  return {
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
