import type { Pool } from 'pg';

/** Which NEs have sent heartbeats, and how often they said that they would. */
export class HeartbeatRows {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  /** The interval of each NE, milliseconds. */
  async read(): Promise<Map<string, number>> {
    const { rows } = await this.#pool.query<{ ne: string; interval_ms: string }>(
      'select * from ves_heartbeat',
    );
    return new Map(rows.map(({ ne, interval_ms }) => [ne, Number(interval_ms)]));
  }

  async put(ne: string, intervalMs: number): Promise<void> {
    await this.#pool.query(
      `insert into ves_heartbeat values ($1, $2) on conflict (ne) do update set interval_ms = excluded.interval_ms`,
      [ne, intervalMs],
    );
  }

  async remove(ne: string): Promise<void> {
    await this.#pool.query('delete from ves_heartbeat where ne = $1', [ne]);
  }
}
