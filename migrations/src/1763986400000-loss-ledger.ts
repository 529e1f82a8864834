import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What came in and was not processed, by sender and reason, and how many reports were. */
export class LossLedger1763986400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table ledger_entry, ledger_processed');
  }
}

const up = [
  `create table ledger_entry (
     source text not null,
     sender text not null,
     reason text not null,
     count bigint not null,
     first_at timestamptz not null,
     last_at timestamptz not null,
     samples json not null,
     primary key (source, sender, reason)
   )`,
  `create table ledger_processed (
     source text not null primary key,
     count bigint not null
   )`,
];
