import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What operators have set about alarm types. */
export class AlarmTypeSetting1763960000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(up);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table alarm_type_setting');
  }
}

// The severity by its name: what is set for a type is read by people, and never sorted by.
const up = `create table alarm_type_setting (
   alarm_id int primary key,
   severity text,
   thresholds json,
   changed_by text not null,
   changed_at timestamptz not null default now()
 )`;
