import type { Pool } from 'pg';

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

  /** Stores a rule; false where there is one of this name already. */
  async add({ name, rule, createdBy, createdAt }: StoredTrapMapping): Promise<boolean> {
    const { rowCount } = await this.#pool.query(
      `insert into trap_mapping (name, rule, created_by, created_at) values ($1, $2, $3, $4)
       on conflict (name) do nothing`,
      [name, JSON.stringify(rule), createdBy, new Date(createdAt)],
    );
    return rowCount === 1;
  }

  /** Removes a rule; false where there is none. */
  async remove(name: string): Promise<boolean> {
    const { rowCount } = await this.#pool.query('delete from trap_mapping where name = $1', [name]);
    return rowCount === 1;
  }
}
