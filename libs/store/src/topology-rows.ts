import type { RegistryWrite, StoredTopology } from '@omc/alarm';
import type { ClientBase, Pool } from 'pg';

type PutTopology = Extract<RegistryWrite, { kind: 'put-topology' }>;

/** A page of some megabytes. */
const PAGE = 1_000;

/** Stores topologies, within the batch's transaction; of several of one NE the last. */
export async function putTopologies(
  client: ClientBase,
  partition: number,
  writes: readonly PutTopology[],
): Promise<void> {
  const last = [...new Map(writes.map((write) => [write.ne, write])).values()];
  await client.query(
    `insert into topology (ne, partition, version, body, changed_by)
     select ne, $1, version, body::json, changed_by
     from unnest($2::text[], $3::int[], $4::text[], $5::text[]) as put (ne, version, body, changed_by)
     on conflict (ne) do update set partition = excluded.partition, version = excluded.version,
       body = excluded.body, changed_by = excluded.changed_by, changed_at = now()`,
    [
      partition,
      last.map(({ ne }) => ne),
      last.map(({ version }) => version),
      last.map(({ body }) => body),
      last.map(({ by }) => by),
    ],
  );
}

interface TopologyRow {
  readonly ne: string;
  readonly version: number;
  readonly site: string | null;
  readonly subnet: string | null;
  readonly body: string;
}

/** Every topology of a partition, page by page. */
export async function* readTopologies(pool: Pool, partition: number): AsyncIterable<StoredTopology> {
  for (let after = ''; ; ) {
    const { rows } = await pool.query<TopologyRow>(
      `select ne, version, site, subnet, body::text from topology
       where partition = $1 and ne > $2 order by ne limit ${PAGE}`,
      [partition, after],
    );
    for (const { site, subnet, ...rest } of rows)
      yield { ...rest, ...(site === null ? {} : { site }), ...(subnet === null ? {} : { subnet }) };
    if (rows.length < PAGE) return;
    after = rows.at(-1)?.ne ?? '';
  }
}
