import type { AuditEntry } from '@omc/alarm';
import type { Pool } from 'pg';
import { addAuditEntries } from './audit-log.js';
import { inTransaction } from './in-transaction.js';

/** A rule for notifications as it is stored. */
export interface StoredTrapMapping {
  readonly name: string;
  readonly rule: unknown;
  readonly createdBy: string;
  readonly createdAt: number;
}

/** The rules for notifications that were added to those of the file. */
export class TrapMappingRows {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  /** Every rule, the one that was added last first. */
  async list(): Promise<StoredTrapMapping[]> {
    const { rows } = await this.#pool.query<{
      name: string;
      rule: unknown;
      created_by: string;
      created_at: Date;
    }>('select name, rule, created_by, created_at from trap_mapping order by place desc');
    return rows.map(({ name, rule, created_by, created_at }) => ({
      name,
      rule,
      createdBy: created_by,
      createdAt: created_at.getTime(),
    }));
  }

  /** Stores a rule with its entry in the audit log; false where there is one of this name already. */
  add({ name, rule, createdBy, createdAt }: StoredTrapMapping, entry: AuditEntry): Promise<boolean> {
    return inTransaction(this.#pool, async (client) => {
      const { rowCount } = await client.query(
        `insert into trap_mapping (name, rule, created_by, created_at) values ($1, $2, $3, $4)
         on conflict (name) do nothing`,
        [name, JSON.stringify(rule), createdBy, new Date(createdAt)],
      );
      if (rowCount === 1) await addAuditEntries(client, [entry]);
      return rowCount === 1;
    });
  }

  /** Removes a rule with an entry in the audit log; false where there is none. */
  remove(name: string, entry: AuditEntry): Promise<boolean> {
    return inTransaction(this.#pool, async (client) => {
      const { rowCount } = await client.query('delete from trap_mapping where name = $1', [name]);
      if (rowCount === 1) await addAuditEntries(client, [entry]);
      return rowCount === 1;
    });
  }
}
