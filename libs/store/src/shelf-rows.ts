import type { RegistryWrite, Shelf, ShelfEndCause, ShelfMatch } from '@omc/alarm';
import type { ClientBase, Pool } from 'pg';

const instant = (at: number | undefined) => (at === undefined ? null : new Date(at).toISOString());

/** Stores a shelf as it is now, within the batch's transaction. */
export async function putShelf(
  client: ClientBase,
  partition: number,
  { shelf }: Extract<RegistryWrite, { kind: 'put-shelf' }>,
): Promise<void> {
  await client.query(
    `insert into shelf (id, partition, match, from_at, until_at, until_cleared, reason, owner, created_at,
       ended_at, ended_because, ended_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
     on conflict (id) do update set from_at = excluded.from_at, until_at = excluded.until_at,
       reason = excluded.reason, ended_at = excluded.ended_at, ended_because = excluded.ended_because,
       ended_by = excluded.ended_by`,
    [
      shelf.id,
      partition,
      JSON.stringify(shelf.match),
      instant(shelf.fromAt),
      instant(shelf.untilAt),
      shelf.untilCleared,
      shelf.reason,
      shelf.owner,
      instant(shelf.createdAt),
      instant(shelf.end?.at),
      shelf.end?.because ?? null,
      shelf.end?.by ?? null,
    ],
  );
}

interface Row {
  id: string;
  match: ShelfMatch;
  from_at: Date;
  until_at: Date;
  until_cleared: boolean;
  reason: string;
  owner: string;
  created_at: Date;
  ended_at: Date | null;
  ended_because: ShelfEndCause | null;
  ended_by: string | null;
}

/** Every stored shelf of a partition, those that ended included. */
export async function readShelves(pool: Pool, partition: number): Promise<Shelf[]> {
  const { rows } = await pool.query<Row>('select * from shelf where partition = $1', [partition]);
  return rows.map(shelfOf);
}

function shelfOf(row: Row): Shelf {
  const { id, match, reason, owner, ended_at, ended_because, ended_by } = row;
  return {
    id,
    match,
    fromAt: row.from_at.getTime(),
    untilAt: row.until_at.getTime(),
    untilCleared: row.until_cleared,
    reason,
    owner,
    createdAt: row.created_at.getTime(),
    ...(ended_at === null || ended_because === null
      ? {}
      : {
          end: {
            at: ended_at.getTime(),
            because: ended_because,
            ...(ended_by === null ? {} : { by: ended_by }),
          },
        }),
  };
}
