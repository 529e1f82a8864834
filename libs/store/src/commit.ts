import { once } from 'node:events';
import type { Alarm, AlarmChange, Batch, Sequences } from '@omc/alarm';
import type { Client, QueryResult } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { alarmColumns, alarmLines, COPY_ALARMS, PUT_ALARMS } from './alarm-rows.js';
import { copyLine } from './copy-line.js';
import { COPY_JOURNAL, journalLines } from './journal-rows.js';
import type { Lease } from './lease.js';
import { writeRegistry } from './registry-rows.js';
import { LeaseLost } from './store-faults.js';

/** A batch with its number, which its transaction checks and advances. */
export interface NumberedBatch extends Batch {
  readonly number: number;
  readonly sequences: Sequences;
}

const COPY_CHANGES = 'copy alarm_change (partition, seq, alarm, version, kind, at, by, facts) from stdin';

/**
 * Stores one batch in one transaction. A batch that is there already (its COMMIT's answer was lost) is left as
 * it is. Throws LeaseLost where another writer has taken over.
 */
export async function commitBatch(client: Client, lease: Lease, batch: NumberedBatch): Promise<void> {
  if (!(await advance(client, lease, batch))) return;
  if (batch.journal.length > 0)
    await copy(client, COPY_JOURNAL, journalLines(lease.partition, batch.journal));
  if (batch.changes.length > 0) await putAlarms(client, lease.partition, batch.changes);
  await writeRegistry(client, lease.partition, batch.registry);
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

async function putAlarms(client: Client, partition: number, changes: readonly AlarmChange[]): Promise<void> {
  const { raised, known } = latestOf(changes);
  if (raised.length > 0) await copy(client, COPY_ALARMS, alarmLines(partition, raised));
  if (known.length > 0)
    await client.query({
      name: 'put-alarms',
      text: PUT_ALARMS,
      values: [partition, ...alarmColumns(known)],
    });
  await copy(client, COPY_CHANGES, changeLines(partition, changes));
}

/** Each alarm as the batch leaves it: those that it raised, and those that were there before. */
function latestOf(changes: readonly AlarmChange[]): Record<'raised' | 'known', readonly Alarm[]> {
  const raised = new Map<string, Alarm>();
  const known = new Map<string, Alarm>();
  for (const { alarm } of changes)
    if (alarm.version === 1 || raised.has(alarm.id)) raised.set(alarm.id, alarm);
    else known.set(alarm.id, alarm);
  return { raised: [...raised.values()], known: [...known.values()] };
}

function changeLines(partition: number, changes: readonly AlarmChange[]): string {
  let lines = '';
  for (const { seq, alarm, kind, at, by, facts } of changes)
    lines += copyLine([
      partition,
      seq,
      alarm.id,
      alarm.version,
      kind,
      new Date(at).toISOString(),
      by,
      JSON.stringify(facts),
    ]);
  return lines;
}

/** Streams lines into a COPY. They are made before: once it runs, nothing may throw but the stream. */
async function copy(client: Client, statement: string, lines: string): Promise<void> {
  const stream = client.query(copyFrom(statement));
  // One that was not answered in time fails once more when its connection is closed: told once is enough.
  stream.on('error', () => undefined);
  stream.end(lines);
  await once(stream, 'finish');
}
