import type { FilterScope, KeyChange } from '@omc/alarm';
import type { Pool } from 'pg';
import { within } from './reader-options.js';

/** An hour of a busy network may have to be read. */
const HISTORY_MS = 120_000;

interface ChangeRow {
  seq: string;
  ne: string;
  object: string;
  at: Date;
  state: KeyChange['state'];
}

/** Raw changes of keys, oldest first, and the last entry of the journal that was looked at. */
export interface KeyHistory {
  readonly changes: readonly KeyChange[];
  readonly upTo: number;
}

/**
 * The raw changes since an instant of the keys for which a filter of a scope counts, from what the journal has
 * behind entry `after`.
 */
export async function readKeyHistory(
  pool: Pool,
  partition: number,
  { alarmId, ne, object }: FilterScope,
  sinceAt: number,
  after: number,
): Promise<KeyHistory> {
  // Nothing is recorded before it was so: that bounds the partitions and blocks to look at.
  const { rows } = await pool.query<ChangeRow>(
    within(HISTORY_MS, {
      text: `select seq, ne, object, at, state from journal
     where partition = $1 and recorded_at >= $2 and at >= $2 and seq > $3 and kind in ('transition', 'resync')
       and alarm_id = $4 and ($5::text is null or ne = $5) and ($6::text is null or object = $6)
     order by seq`,
      values: [partition, new Date(sinceAt).toISOString(), after, alarmId, ne ?? null, object ?? null],
    }),
  );
  return {
    changes: rows.map(({ seq: _, at, ...row }) => ({ ...row, at: at.getTime() })),
    upTo: Number(rows.at(-1)?.seq ?? after),
  };
}
