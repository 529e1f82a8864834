import { createHash, randomUUID } from 'node:crypto';
import { type AuditEntry, narrowedScope, type Refusal, type Scope } from '@omc/alarm';
import { type ApiTokenPost, includesRole, toRfc3339 } from '@omc/api';
import type { ApiToken, ApiTokenRows, People, Session } from '@omc/store';
import { Subject } from 'rxjs';
import { generateApiToken } from './api-token-form.js';
import { KnownTokens } from './known-tokens.js';
import type { SignedSession } from './signed-session.js';

const DAY_MS = 86_400_000;
const USUAL_DAYS = 90;
const MOST_DAYS = 366;
/** Of one owner. */
const MOST_TOKENS = 50;
/** So long a token is not looked up again. */
const KNOWN_MS = 5_000;

/** What API tokens need of the house. */
export interface ApiTokensParts {
  readonly rows: Pick<ApiTokenRows, 'add' | 'find' | 'list' | 'remove' | 'use'>;
  readonly people: Pick<People, 'findUser'>;
  /** The subnet that an NE's topology names. */
  readonly subnetOf: (ne: string) => string | undefined;
  readonly now: () => number;
}

/** A token that was just made, with what only its owner gets to see. */
export interface MadeToken extends ApiToken {
  readonly token: string;
}

/**
 * The tokens by which programs come in: made by a user, with no more rights than that user has at the time of each use.
 * They end with their expiry, with their owner, and when somebody removes them.
 */
export class ApiTokens {
  readonly #parts: ApiTokensParts;
  readonly #known = new KnownTokens();
  readonly #closed = new Subject<string>();
  /** Tokens that no longer count, or count for something else. */
  readonly closed$ = this.#closed.asObservable();

  constructor(parts: ApiTokensParts) {
    this.#parts = parts;
  }

  /** Whose token this is, and with which rights; undefined where it is nobody's, or no longer. */
  async find(token: string): Promise<Session | undefined> {
    const now = this.#parts.now();
    const known = this.#known.find(token, now);
    if (known !== undefined) return known;
    const { moment } = this.#known;
    const row = await this.#parts.rows.use(hashOf(token), now);
    const session = row && (await this.#sessionOf(row));
    if (row === undefined || session === undefined) {
      if (this.#known.drop(token)) this.#closed.next(token);
      return undefined;
    }
    const until = Math.min(now + KNOWN_MS, row.expiresAt);
    this.#known.remember(token, { session, id: row.id, until }, moment, now);
    return session;
  }

  /** A page of what somebody may see of them: their own, an admin of all NEs all. */
  list(by: Session, after: Pick<ApiToken, 'user' | 'name'> | undefined, limit: number): Promise<ApiToken[]> {
    return this.#parts.rows.list(seesAll(by) ? undefined : by.user, after, limit);
  }

  /** Makes a token for whoever asks. */
  async add(post: ApiTokenPost, by: SignedSession): Promise<MadeToken | Refusal> {
    const now = this.#parts.now();
    const { name, role, scope = null } = post;
    const expiresAt = post.expiresAt === undefined ? now + USUAL_DAYS * DAY_MS : Date.parse(post.expiresAt);
    const refusal = this.#refusalOf({ role, scope, expiresAt }, by);
    if (refusal !== undefined) return refusal;
    const { user } = by;
    const row = { id: randomUUID(), user, name, role, scope, createdAt: now, expiresAt, lastUsedAt: null };
    const token = generateApiToken();
    const entry = entryOf('add-token', row, by, now);
    const outcome = await this.#parts.rows.add(row, hashOf(token), MOST_TOKENS, entry);
    return outcome === 'stored' ? { ...row, token } : refusalFor(outcome, name);
  }

  /** Ends a token of one's own, of anybody for an admin of all NEs; what is open by it ends, too. */
  async remove(id: string, by: SignedSession): Promise<Refusal | undefined> {
    const row = await this.#parts.rows.find(id);
    const isTheirs = row !== undefined && (row.user === by.user || seesAll(by));
    const entry = isTheirs && entryOf('remove-token', row, by, this.#parts.now());
    if (!entry || !(await this.#parts.rows.remove(id, entry)))
      return { refused: 'not-found', field: 'id', reason: 'there is no such token' };
    for (const token of this.#known.forget({ id })) this.#closed.next(token);
    return undefined;
  }

  /** A user was changed or removed: what their tokens may is found out anew, and what is open by them ends. */
  forget(user: string): void {
    for (const token of this.#known.forget({ user })) this.#closed.next(token);
  }

  /** What a token may just now. */
  async #sessionOf({ user, role, scope, expiresAt, id }: ApiToken): Promise<Session | undefined> {
    const owner = await this.#parts.people.findUser(user);
    if (owner === null || owner.disabled) return undefined;
    return {
      user,
      role: includesRole(owner.role, role) ? role : owner.role,
      scope: narrowedScope(scope, owner.scope, this.#parts.subnetOf),
      expiresAt,
      apiToken: id,
    };
  }

  #refusalOf(
    { role, scope, expiresAt }: Pick<ApiToken, 'role' | 'scope' | 'expiresAt'>,
    by: SignedSession,
  ): Refusal | undefined {
    const now = this.#parts.now();
    if (by.apiToken !== undefined)
      return {
        refused: 'not-allowed',
        reason: 'an API token makes no further ones; sign in with a password',
      };
    if (!includesRole(by.role, role))
      return { refused: 'not-allowed', field: 'role', reason: `must be at most ${by.role}, your own` };
    if (!this.#isWithin(scope, by.scope))
      return { refused: 'not-allowed', field: 'scope', reason: 'must lie within what you see yourself' };
    if (expiresAt <= now || expiresAt > now + MOST_DAYS * DAY_MS) {
      const [first, last] = [toRfc3339(now), toRfc3339(now + MOST_DAYS * DAY_MS)];
      return {
        refused: 'invalid',
        field: 'expiresAt',
        reason: `must be after ${first} and not after ${last}`,
      };
    }
    return undefined;
  }

  #isWithin(scope: Scope, limit: Scope): boolean {
    if (scope === null) return true;
    const left = narrowedScope(scope, limit, this.#parts.subnetOf);
    return left?.nes.length === scope.nes.length && left.subnets.length === scope.subnets.length;
  }
}

function seesAll({ role, scope }: Session): boolean {
  return role === 'admin' && scope === null;
}

function refusalFor(outcome: 'no owner' | 'name is taken' | 'too many', name: string): Refusal {
  switch (outcome) {
    case 'no owner':
      return { refused: 'not-allowed', reason: 'you are no longer a user' };
    case 'name is taken':
      return { refused: 'conflict', field: 'name', reason: `you have a token ${name} already` };
    case 'too many':
      return { refused: 'conflict', reason: `you have ${MOST_TOKENS} tokens already; remove some` };
  }
}

/** What the audit log says of a token. */
function entryOf(
  action: 'add-token' | 'remove-token',
  { user, name, role, scope, expiresAt }: ApiToken,
  by: SignedSession,
  at: number,
): AuditEntry {
  const shown = {
    role,
    scope: scope === null ? null : { nes: scope.nes, subnets: scope.subnets },
    expiresAt: toRfc3339(expiresAt),
  };
  const [before, after] = action === 'add-token' ? [null, shown] : [shown, null];
  return {
    at,
    user: by.user,
    from: by.from,
    via: by.via,
    action,
    target: `token ${user} ${name}`,
    before,
    after,
  };
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
