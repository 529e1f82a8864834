import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Checkpoints of the hold-off, so that a start replays the journal's tail only; filters' rules in the journal. */
export class Checkpoints1763920000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}

const up = [
  'alter table journal add column rule json',
  // Readers of an hour of the journal find its place by it; it costs next to nothing to keep.
  'create index on journal using brin (recorded_at)',

  // A checkpoint counts once it is complete: all entries up to the last that it contains are committed.
  // Replay begins after journal_seq, with the filters as they were there.
  `create table checkpoint (
     partition int not null,
     number bigint not null,
     journal_seq bigint not null,
     filters json not null,
     begun_at timestamptz not null default now(),
     completed_at timestamptz,
     primary key (partition, number)
   )`,
  // An NE as it was after entry seq, which is its own: NEs are taken down one after the other.
  `create table checkpoint_ne (
     partition int not null,
     number bigint not null,
     ne text not null,
     body text not null,
     foreign key (partition, number) references checkpoint (partition, number) on delete cascade
   )`,
  'create index on checkpoint_ne (partition, number)',
];

const down = [
  'drop table checkpoint_ne',
  'drop table checkpoint',
  'drop index journal_recorded_at_idx',
  'alter table journal drop column rule',
];
