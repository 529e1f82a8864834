import type { Sequences } from '@omc/alarm';
import type { Pool } from 'pg';

/** The right to write a partition, until somebody with a greater token takes it. */
export interface Lease {
  readonly partition: number;
  readonly token: number;
  /** Number of the last committed batch. */
  readonly batch: number;
  readonly sequences: Sequences;
}

interface PartitionRow {
  token: string;
  batch: string;
  journal_seq: string;
  change_seq: string;
}

/** Takes over a partition: from now on nobody with an older token can commit. */
export async function takeLease(pool: Pool, partition: number, holder: string): Promise<Lease> {
  const { rows } = await pool.query<PartitionRow>(
    `update writer_partition set token = token + 1, holder = $2, acquired_at = now()
     where id = $1 returning token, batch, journal_seq, change_seq`,
    [partition, holder],
  );
  const [row] = rows;
  if (row === undefined) throw new Error(`partition ${partition} is not in the database`);
  return {
    partition,
    token: Number(row.token),
    batch: Number(row.batch),
    sequences: { journalSeq: Number(row.journal_seq), changeSeq: Number(row.change_seq) },
  };
}
