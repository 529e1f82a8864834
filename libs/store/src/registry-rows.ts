import type { FilterRule, NetworkElement, RegistryWrite, StoredFilter } from '@omc/alarm';
import type { ClientBase, Pool } from 'pg';

/** Carries out one change of what is registered, within the batch's transaction. */
export async function writeRegistry(
  client: ClientBase,
  partition: number,
  write: RegistryWrite,
): Promise<void> {
  switch (write.kind) {
    case 'put-ne':
      await client.query(
        `insert into ne (id, partition, kind, host, port) values ($1, $2, $3, $4, $5)
         on conflict (id) do update set kind = excluded.kind, host = excluded.host, port = excluded.port`,
        [write.ne.id, partition, write.ne.kind, write.ne.host, write.ne.port],
      );
      return;
    case 'delete-ne':
      await client.query('delete from ne where id = $1', [write.id]);
      return;
    case 'put-filter': {
      const { alarmId, ne, object, rule } = write.filter;
      await client.query(
        `insert into filter (alarm_id, ne, object, rule, changed_by) values ($1, $2, $3, $4, $5)
         on conflict (alarm_id, ne, object)
         do update set rule = excluded.rule, changed_by = excluded.changed_by, changed_at = now()`,
        [alarmId, ne ?? null, object ?? null, JSON.stringify(rule), write.by],
      );
      return;
    }
    case 'delete-filter': {
      const { alarmId, ne, object } = write.scope;
      await client.query(
        'delete from filter where alarm_id = $1 and ne is not distinct from $2 and object is not distinct from $3',
        [alarmId, ne ?? null, object ?? null],
      );
      return;
    }
  }
}

/** Every registered NE of a partition. */
export async function readNes(pool: Pool, partition: number): Promise<NetworkElement[]> {
  const { rows } = await pool.query<NetworkElement>(
    'select id, kind, host, port from ne where partition = $1 order by id',
    [partition],
  );
  return rows;
}

interface FilterRow {
  alarm_id: number;
  ne: string | null;
  object: string | null;
  rule: FilterRule;
}

/** Every stored filter. */
export async function readFilters(pool: Pool): Promise<StoredFilter[]> {
  const { rows } = await pool.query<FilterRow>('select alarm_id, ne, object, rule from filter');
  return rows.map(({ alarm_id, ne, object, rule }) => ({
    alarmId: alarm_id,
    ...(ne === null ? {} : { ne }),
    ...(object === null ? {} : { object }),
    rule,
  }));
}
