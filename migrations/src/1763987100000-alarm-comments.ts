import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people said about alarms; and the current view: what is active, or cleared and not yet acknowledged. */
export class AlarmComments1763987100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}

const up = [
  `create table alarm_comment (
     id uuid primary key,
     alarm uuid not null references alarm (id) on delete cascade,
     at timestamptz not null,
     by text not null,
     text text not null
   )`,
  `create index alarm_comment_by_alarm on alarm_comment (alarm, at, id)`,
  `create index alarm_current_by_time on alarm (raised_at, id) where state = 'active' or not acknowledged`,
];

const down = ['drop index alarm_current_by_time', 'drop table alarm_comment'];
