import type { Pool } from 'pg';

/** Notifications of one kind from one source that led to nothing, with the last of them as a sample. */
export interface UnmappedTrap {
  readonly source: string;
  readonly notification: string;
  readonly count: number;
  readonly firstAt: number;
  readonly lastAt: number;
  readonly reason: string;
  readonly detail: string;
  readonly varbinds: readonly { readonly oid: string; readonly value: string }[];
}

type Row = Omit<UnmappedTrap, 'count' | 'firstAt' | 'lastAt'> & {
  count: string;
  first_at: Date;
  last_at: Date;
};

/** What is kept of unmapped notifications, so that a restart does not lose it. */
export class UnmappedTraps {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  /** All of them, the longest silent first. */
  async read(): Promise<UnmappedTrap[]> {
    const { rows } = await this.#pool.query<Row>('select * from unmapped_trap order by last_at');
    return rows.map(({ first_at, last_at, count, ...row }) => ({
      ...row,
      count: Number(count),
      firstAt: first_at.getTime(),
      lastAt: last_at.getTime(),
    }));
  }

  /** Stores what has changed; `forgotten` are those that are no longer kept. */
  async write(
    changed: readonly UnmappedTrap[],
    forgotten: readonly Pick<UnmappedTrap, 'source' | 'notification'>[],
  ): Promise<void> {
    if (forgotten.length > 0)
      await this.#pool.query(
        `delete from unmapped_trap using unnest($1::text[], $2::text[]) as gone (source, notification)
         where unmapped_trap.source = gone.source and unmapped_trap.notification = gone.notification`,
        [forgotten.map(({ source }) => source), forgotten.map(({ notification }) => notification)],
      );
    if (changed.length === 0) return;
    const rows = changed.map((trap) => ({
      ...trap,
      first_at: new Date(trap.firstAt),
      last_at: new Date(trap.lastAt),
    }));
    await this.#pool.query(
      `insert into unmapped_trap
       select source, notification, count, first_at, last_at, reason, detail, varbinds
       from json_populate_recordset(null::unmapped_trap, $1)
       on conflict (source, notification) do update
       set count = excluded.count, first_at = excluded.first_at, last_at = excluded.last_at,
         reason = excluded.reason, detail = excluded.detail, varbinds = excluded.varbinds`,
      [JSON.stringify(rows)],
    );
  }
}
