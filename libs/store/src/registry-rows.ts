import type { FilterRule, NetworkElement, RegistryWrite, SnmpAccess, StoredFilter } from '@omc/alarm';
import type { ClientBase, Pool } from 'pg';
import { addComments } from './alarm-comments.js';
import { addAuditEntries } from './audit-log.js';
import { putShelf } from './shelf-rows.js';
import { putTopologies } from './topology-rows.js';
import { putAutoAcknowledgement, putTypeSetting } from './type-setting-rows.js';

/** Who changed what is written beside what is registered. */
type RegisteredWrite = Exclude<RegistryWrite, { kind: 'audit' }>;
type WriteOf<Kind> = Extract<RegistryWrite, { kind: Kind }>;

/** Carries out changes of what is registered, in order, within the batch's transaction: runs of many in one go. */
export async function writeRegistry(
  client: ClientBase,
  partition: number,
  writes: readonly RegistryWrite[],
): Promise<void> {
  const entries = writes.flatMap((write) => (write.kind === 'audit' ? [write.entry] : []));
  if (entries.length > 0) await addAuditEntries(client, entries);
  const registered = writes.filter((write) => write.kind !== 'audit');
  for (const run of runsOf(registered)) {
    const nes = run.filter((write) => write.kind === 'put-ne');
    if (nes.length > 0) await putNes(client, partition, nes);
    const topologies = run.filter((write) => write.kind === 'put-topology');
    if (topologies.length > 0) await putTopologies(client, partition, topologies);
    const comments = run.filter((write) => write.kind === 'add-comment');
    if (comments.length > 0) await addComments(client, comments);
    for (const write of run) if (!isOfMany(write)) await writeOne(client, partition, write);
  }
}

type OfMany = WriteOf<'put-ne' | 'put-topology' | 'add-comment'>;

/** Whether a write goes with those of its kind in one go. */
function isOfMany(write: RegisteredWrite): write is OfMany {
  return write.kind === 'put-ne' || write.kind === 'put-topology' || write.kind === 'add-comment';
}

/** What stands together and is of one kind. */
function runsOf(writes: readonly RegisteredWrite[]): RegisteredWrite[][] {
  const runs: RegisteredWrite[][] = [];
  for (const write of writes) {
    const run = runs.at(-1);
    if (run?.[0]?.kind === write.kind) run.push(write);
    else runs.push([write]);
  }
  return runs;
}

async function putNes(
  client: ClientBase,
  partition: number,
  writes: readonly WriteOf<'put-ne'>[],
): Promise<void> {
  const last = [...new Map(writes.map(({ ne }) => [ne.id, ne])).values()];
  await client.query(
    `insert into ne (id, partition, kind, host, port, snmp, tls)
     select id, $1, kind, host, port, snmp, tls
     from unnest($2::text[], $3::text[], $4::text[], $5::int[], $6::json[], $7::boolean[])
       as put (id, kind, host, port, snmp, tls)
     on conflict (id) do update
     set kind = excluded.kind, host = excluded.host, port = excluded.port, snmp = excluded.snmp,
       tls = excluded.tls`,
    [
      partition,
      last.map(({ id }) => id),
      last.map(({ kind }) => kind),
      last.map(({ host }) => host),
      last.map(({ port }) => port),
      last.map(({ snmp }) => (snmp === undefined ? null : JSON.stringify(snmp))),
      last.map(({ tls }) => tls ?? null),
    ],
  );
}

async function writeOne(
  client: ClientBase,
  partition: number,
  write: Exclude<RegisteredWrite, OfMany>,
): Promise<void> {
  switch (write.kind) {
    case 'delete-ne':
      await client.query('delete from ne where id = $1', [write.id]);
      await client.query('delete from topology where ne = $1', [write.id]);
      return;
    case 'put-alarm-type':
      return putTypeSetting(client, write);
    case 'put-shelf':
      return putShelf(client, partition, write);
    case 'delete-shelf':
      await client.query('delete from shelf where id = $1', [write.id]);
      return;
    case 'put-auto-acknowledgement':
      return putAutoAcknowledgement(client, write);
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
  const { rows } = await pool.query<NetworkElement & { snmp: SnmpAccess | null; tls: boolean | null }>(
    'select id, kind, host, port, snmp, tls from ne where partition = $1 order by id',
    [partition],
  );
  return rows.map(({ snmp, tls, ...ne }) => ({
    ...ne,
    ...(snmp === null ? {} : { snmp }),
    ...(tls === null ? {} : { tls }),
  }));
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
