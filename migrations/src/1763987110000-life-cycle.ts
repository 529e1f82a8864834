import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Notes, earlier lives, severities in single NEs, and what is acknowledged by itself. */
export class LifeCycle1763987110000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}

const up = [
  // A note sticks to an NE, to an alarm type, or to a type in an NE.
  `create table note (
     ne text,
     alarm_id int,
     text text not null,
     changed_by text not null,
     changed_at timestamptz not null default now(),
     unique nulls not distinct (ne, alarm_id),
     check (ne is not null or alarm_id is not null)
   )`,
  `alter table alarm_type_setting add column ne_severities json, add column auto_acknowledge text`,
  // One row: when alarms are acknowledged by themselves, by severity.
  `create table auto_acknowledgement (
     one boolean primary key default true check (one),
     by_severity json not null,
     changed_by text not null,
     changed_at timestamptz not null default now()
   )`,
  // The lives of one key.
  'create index alarm_by_key on alarm (ne, alarm_id, object, raised_at)',
];

const down = [
  'drop index alarm_by_key',
  'drop table auto_acknowledgement',
  'alter table alarm_type_setting drop column ne_severities, drop column auto_acknowledge',
  'drop table note',
];
