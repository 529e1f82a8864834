import type { Alarm, AlarmChange, Batch, Sequences } from '@omc/alarm';
import { type Client, DatabaseError } from 'pg';
import { alarmLines, COPY_ALARMS, COPY_MOVED, MOVE_ALARMS, movedLines } from './alarm-rows.js';
import { copyLine } from './copy-line.js';
import { COPY_JOURNAL, journalLines } from './journal-rows.js';
import type { Lease } from './lease.js';
import { OneTrip } from './one-trip.js';
import { writeRegistry } from './registry-rows.js';
import { LeaseLost } from './store-faults.js';

/** A batch with its number, which its transaction checks and advances. */
export interface NumberedBatch extends Batch {
  readonly number: number;
  readonly sequences: Sequences;
}

const COPY_CHANGES = 'copy alarm_change (partition, seq, alarm, version, kind, at, by, facts) from stdin';

/** What our own check of the batch's number fails with. */
const NOT_ITS_TURN = 'OM001';

/**
 * Stores one batch in one transaction. A batch that is there already (its COMMIT's answer was lost) is left as
 * it is. Throws LeaseLost where another writer has taken over.
 */
export async function commitBatch(client: Client, lease: Lease, batch: NumberedBatch): Promise<void> {
  const { statements, copies } = written(lease, batch);
  try {
    if (batch.registry.length === 0) return await send(client, [...statements, 'commit'], copies);
    await send(client, statements, copies);
  } catch (error) {
    if (!(error instanceof DatabaseError) || error.code !== NOT_ITS_TURN) throw error;
    return await settleTurn(client, lease, batch);
  }
  await writeRegistry(client, lease.partition, batch.registry);
  await client.query('commit');
}

/** What begins the transaction, takes the batch's number and writes its rows. */
function written({ partition, token }: Lease, batch: NumberedBatch) {
  const { journal, changes, number, sequences } = batch;
  const { raised, known } = latestOf(changes);
  const copies: [rows: number, statements: readonly string[], lines: () => string][] = [
    [journal.length, [COPY_JOURNAL], () => journalLines(partition, journal)],
    [raised.length, [COPY_ALARMS], () => alarmLines(partition, raised)],
    [known.length, [COPY_MOVED, MOVE_ALARMS], () => movedLines(known)],
    [changes.length, [COPY_CHANGES], () => changeLines(partition, changes)],
  ];
  const needed = copies.filter(([rows]) => rows > 0);
  // All numbers: they need no quotes.
  const advance = `do $$ begin
    update writer_partition set batch = ${number}, journal_seq = ${sequences.journalSeq},
      change_seq = ${sequences.changeSeq}
    where id = ${partition} and token = ${token} and batch = ${number - 1};
    if not found then raise exception using errcode = '${NOT_ITS_TURN}'; end if;
  end $$`;
  return {
    statements: ['begin', advance, ...needed.flatMap(([, statements]) => statements)],
    copies: needed.map(([, , lines]) => lines()),
  };
}

/** After the number was refused: the batch is stored already, or another writer has taken over. */
async function settleTurn(client: Client, { partition, token }: Lease, { number }: NumberedBatch) {
  await client.query('rollback');
  const { rows } = await client.query<{ token: string; batch: string }>(
    'select token, batch from writer_partition where id = $1',
    [partition],
  );
  if (Number(rows[0]?.token) === token && Number(rows[0]?.batch) === number) return;
  throw new LeaseLost(`another writer has taken over partition ${partition}`);
}

function send(client: Client, statements: readonly string[], copies: readonly string[]): Promise<void> {
  return client.query(new OneTrip(statements, copies)).done;
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
