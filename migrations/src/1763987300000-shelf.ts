import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Shelves: those that are planned or in force, and the last that ended; and a way to the alarms that they hide. */
export class Shelf1763987300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index alarm_shelved_by_time');
    await runner.query('drop table shelf');
  }
}

const up = [
  `create table shelf (
     id uuid primary key,
     partition int not null,
     match json not null,
     from_at timestamptz not null,
     until_at timestamptz not null,
     until_cleared boolean not null,
     reason text not null,
     owner text not null,
     created_at timestamptz not null,
     ended_at timestamptz,
     ended_because text,
     ended_by text
   )`,
  `create index alarm_shelved_by_time on alarm (raised_at, id) where state = 'active' and shelved`,
];
