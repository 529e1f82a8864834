import { once } from 'node:events';
import type { Alarm, AlarmChange, Batch, Sequences } from '@omc/alarm';
import type { Client, QueryResult } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { alarmColumns, PUT_ALARMS } from './alarm-rows.js';
import { COPY_JOURNAL, journalLines } from './journal-rows.js';
import type { Lease } from './lease.js';
import { writeRegistry } from './registry-rows.js';
import { LeaseLost } from './store-faults.js';

/** A batch with its number, which its transaction checks and advances. */
export interface NumberedBatch extends Batch {
  readonly number: number;
  readonly sequences: Sequences;
}

const PUT_CHANGES = `
  insert into alarm_change (partition, seq, alarm, version, kind, at, by, facts)
  select $1, seq, alarm, version, kind, at, by, facts
  from unnest($2::bigint[], $3::uuid[], $4::int[], $5::text[], $6::timestamptz[], $7::text[], $8::json[])
    as t(seq, alarm, version, kind, at, by, facts)`;

/**
 * Stores one batch in one transaction. A batch that is there already (its COMMIT's answer was lost) is left as
 * it is. Throws LeaseLost where another writer has taken over.
 */
export async function commitBatch(client: Client, lease: Lease, batch: NumberedBatch): Promise<void> {
  if (!(await advance(client, lease, batch))) return;
  if (batch.journal.length > 0) await copyJournal(client, lease.partition, batch);
  if (batch.changes.length > 0) await putAlarms(client, lease.partition, batch.changes);
  for (const write of batch.registry) await writeRegistry(client, lease.partition, write);
  await client.query('commit');
}

/** Begins the transaction and takes the batch's number; false where the batch is stored already. */
async function advance(client: Client, { partition, token }: Lease, batch: NumberedBatch): Promise<boolean> {
  // All numbers, so that one round trip does for both statements.
  const results = (await client.query(
    `begin; update writer_partition set batch = ${batch.number}, journal_seq = ${batch.sequences.journalSeq},
       change_seq = ${batch.sequences.changeSeq}
     where id = ${partition} and token = ${token} and batch = ${batch.number - 1}`,
  )) as unknown as readonly QueryResult[];
  if (results[1]?.rowCount === 1) return true;
  const { rows } = await client.query<{ token: string; batch: string }>(
    'select token, batch from writer_partition where id = $1',
    [partition],
  );
  await client.query('rollback');
  if (Number(rows[0]?.token) === token && Number(rows[0]?.batch) === batch.number) return false;
  throw new LeaseLost(`another writer has taken over partition ${partition}`);
}

async function copyJournal(client: Client, partition: number, { journal }: NumberedBatch): Promise<void> {
  // First the lines: once the COPY runs, nothing may throw but the stream.
  const lines = journalLines(partition, journal);
  const copy = client.query(copyFrom(COPY_JOURNAL));
  copy.end(lines);
  await once(copy, 'finish');
}

async function putAlarms(client: Client, partition: number, changes: readonly AlarmChange[]): Promise<void> {
  const latest = new Map<string, Alarm>();
  for (const { alarm } of changes) latest.set(alarm.id, alarm);
  await client.query({
    name: 'put-alarms',
    text: PUT_ALARMS,
    values: [partition, ...alarmColumns([...latest.values()])],
  });
  await client.query({
    name: 'put-changes',
    text: PUT_CHANGES,
    values: [
      partition,
      changes.map(({ seq }) => seq),
      changes.map(({ alarm }) => alarm.id),
      changes.map(({ alarm }) => alarm.version),
      changes.map(({ kind }) => kind),
      changes.map(({ at }) => new Date(at).toISOString()),
      changes.map(({ by }) => by ?? null),
      changes.map(({ facts }) => JSON.stringify(facts)),
    ],
  });
}
