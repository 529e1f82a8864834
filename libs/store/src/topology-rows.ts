import type { RegistryWrite, StoredTopology } from '@omc/alarm';
import type { ClientBase, Pool } from 'pg';
import { within } from './reader-options.js';

type PutTopology = Extract<RegistryWrite, { kind: 'put-topology' }>;

/** 100,000 NEs take some seconds. */
const READ_MS = 60_000;

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

/** Every topology of a partition. In one go: all are kept anyway, and pages cost three times as much. */
export async function readTopologies(pool: Pool, partition: number): Promise<StoredTopology[]> {
  const { rows } = await pool.query<TopologyRow>(
    within(READ_MS, {
      text: 'select ne, version, site, subnet, body::text from topology where partition = $1',
      values: [partition],
    }),
  );
  return rows.map(({ site, subnet, ...rest }) => ({
    ...rest,
    ...(site === null ? {} : { site }),
    ...(subnet === null ? {} : { subnet }),
  }));
}
