import type { FilterScope, KeyChange } from '@omc/alarm';
import type { Pool } from 'pg';
import { within } from './reader-options.js';

/** An hour of a busy network may have to be read. */
const HISTORY_MS = 120_000;

interface Row {
  seq: string;
  /** The NE was removed: what comes before is of its former life. */
  removed: boolean;
  ne: string;
  object: string;
  at: Date;
  state: KeyChange['state'];
}

/** Raw changes of keys, oldest first, and the last entry of the journal that was looked at. */
export interface KeyHistory {
  readonly changes: readonly KeyChange[];
  readonly upTo: number;
  /** NEs that were removed behind the entry from which on was read: nothing that was known of them before counts. */
  readonly removed: ReadonlySet<string>;
}

/**
 * The raw changes since an instant of the keys for which a filter of a scope counts, from what the journal has
 * behind entry `after`. An NE that was removed and registered again has no history from before.
 */
export async function readKeyHistory(
  pool: Pool,
  partition: number,
  { alarmId, ne, object }: FilterScope,
  sinceAt: number,
  after: number,
): Promise<KeyHistory> {
  // Nothing is recorded before it was so: that bounds the partitions and blocks to look at.
  const { rows } = await pool.query<Row>(
    within(HISTORY_MS, {
      text: `select seq, kind = 'removed' as removed, ne, object, at, state from journal
     where partition = $1 and recorded_at >= $2 and seq > $3 and ($5::text is null or ne = $5) and (kind = 'removed'
       or kind in ('transition', 'resync') and at >= $2 and alarm_id = $4 and ($6::text is null or object = $6))
     order by seq`,
      values: [partition, new Date(sinceAt).toISOString(), after, alarmId, ne ?? null, object ?? null],
    }),
  );
  const bornAfter = new Map(rows.filter(({ removed }) => removed).map((row) => [row.ne, Number(row.seq)]));
  return {
    changes: rows.filter((row) => Number(row.seq) > (bornAfter.get(row.ne) ?? 0)).map(changeOf),
    upTo: Number(rows.at(-1)?.seq ?? after),
    removed: new Set(bornAfter.keys()),
  };
}

function changeOf({ ne, object, at, state }: Row): KeyChange {
  return { ne, object, at: at.getTime(), state };
}
