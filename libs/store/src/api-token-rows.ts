import type { AuditEntry, Scope } from '@omc/alarm';
import type { UserRole } from '@omc/api';
import type { Pool } from 'pg';
import { addAuditEntries } from './audit-log.js';
import { inTransaction } from './in-transaction.js';

/** The latest use of a token is known to the minute, so that using it seldom costs a write. */
const USED_EVERY_MS = 60_000;
/** How long a token is still listed after its end. */
const LISTED_AFTER_END_MS = 30 * 86_400_000;

/** A token by which a program comes in, without the token itself. */
export interface ApiToken {
  readonly id: string;
  readonly user: string;
  readonly name: string;
  readonly role: UserRole;
  /** null: whatever its owner sees. */
  readonly scope: Scope;
  readonly createdAt: number;
  readonly expiresAt: number;
  /** To the minute; null: never. */
  readonly lastUsedAt: number | null;
}

interface Row {
  id: string;
  user_name: string;
  name: string;
  role: UserRole;
  scope: Scope;
  created_at: Date;
  expires_at: Date;
  last_used_at: Date | null;
}

const COLUMNS = 'id, user_name, name, role, scope, created_at, expires_at, last_used_at';

/** The tokens of programs, as they are stored. */
export class ApiTokenRows {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  /**
   * Stores a token with its entry in the audit log, and forgets those of its owner that ended long ago.
   *
   * @param most how many of one owner there may be.
   * @returns why not, where it is not stored.
   */
  add(
    token: ApiToken,
    tokenHash: string,
    most: number,
    entry: AuditEntry,
  ): Promise<'stored' | 'no owner' | 'name is taken' | 'too many'> {
    const { id, user, name, role, scope, createdAt, expiresAt } = token;
    return inTransaction(this.#pool, async (client) => {
      // The owner's row is held, so that two at once are counted one after the other.
      const owner = await client.query('select 1 from app_user where name = $1 for update', [user]);
      if (owner.rowCount === 0) return 'no owner';
      await client.query('delete from api_token where user_name = $1 and expires_at < $2', [
        user,
        new Date(createdAt - LISTED_AFTER_END_MS),
      ]);
      const { rows } = await client.query<{ name: string }>(
        'select name from api_token where user_name = $1',
        [user],
      );
      if (rows.some((other) => other.name === name)) return 'name is taken';
      if (rows.length >= most) return 'too many';
      await client.query(
        `insert into api_token (id, token_hash, user_name, name, role, scope, created_at, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [
          id,
          tokenHash,
          user,
          name,
          role,
          scope === null ? null : JSON.stringify(scope),
          new Date(createdAt),
          new Date(expiresAt),
        ],
      );
      await addAuditEntries(client, [entry]);
      return 'stored';
    });
  }

  /** A page of tokens by owner and name, of one owner or of all. */
  async list(
    user: string | undefined,
    after: Pick<ApiToken, 'user' | 'name'> | undefined,
    limit: number,
  ): Promise<ApiToken[]> {
    const { rows } = await this.#pool.query<Row>(
      `select ${COLUMNS} from api_token
       where ($1::text is null or user_name = $1) and (user_name, name) > ($2, $3)
       order by user_name, name limit $4`,
      [user ?? null, after?.user ?? '', after?.name ?? '', limit],
    );
    return rows.map(tokenOf);
  }

  /** The token of an id, whatever text that is. */
  async find(id: string): Promise<ApiToken | undefined> {
    const { rows } = await this.#pool.query<Row>(`select ${COLUMNS} from api_token where id::text = $1`, [
      id,
    ]);
    return rows[0] && tokenOf(rows[0]);
  }

  /** The token with this hash, which is used now; undefined where there is none, or no longer. */
  async use(tokenHash: string, now: number): Promise<ApiToken | undefined> {
    const { rows } = await this.#pool.query<Row>(
      `select ${COLUMNS} from api_token where token_hash = $1 and expires_at > $2`,
      [tokenHash, new Date(now)],
    );
    const token = rows[0] && tokenOf(rows[0]);
    if (token === undefined || (token.lastUsedAt ?? 0) > now - USED_EVERY_MS) return token;
    await this.#pool.query('update api_token set last_used_at = $2 where id = $1', [token.id, new Date(now)]);
    return token;
  }

  /** Removes a token with its entry in the audit log; false where there is none. */
  remove(id: string, entry: AuditEntry): Promise<boolean> {
    return inTransaction(this.#pool, async (client) => {
      const { rowCount } = await client.query('delete from api_token where id = $1', [id]);
      if (rowCount === 1) await addAuditEntries(client, [entry]);
      return rowCount === 1;
    });
  }
}

function tokenOf(row: Row): ApiToken {
  return {
    id: row.id,
    user: row.user_name,
    name: row.name,
    role: row.role,
    scope: row.scope,
    createdAt: row.created_at.getTime(),
    expiresAt: row.expires_at.getTime(),
    lastUsedAt: row.last_used_at?.getTime() ?? null,
  };
}
