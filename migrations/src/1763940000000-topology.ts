import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What NEs and their objects require, and where NEs are. */
export class Topology1763940000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table topology');
  }
}

const up = [
  // An NE's, or that of `network`, which is no NE: hence no foreign key. The body is kept as it was put.
  `create table topology (
     ne text primary key,
     partition int not null default 0,
     version int not null,
     body json not null,
     site text generated always as (body ->> 'site') stored,
     subnet text generated always as (body ->> 'subnet') stored,
     changed_by text not null,
     changed_at timestamptz not null default now()
   )`,
  'create index on topology (site) where site is not null',
  'create index on topology (subnet) where subnet is not null',
];
