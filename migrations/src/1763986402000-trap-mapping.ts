import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rules for SNMP notifications that were added while the OMC ran. */
export class TrapMapping1763986402000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create table trap_mapping (
         place bigint generated always as identity primary key,
         name text not null unique,
         rule jsonb not null,
         created_by text not null,
         created_at timestamptz not null)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table trap_mapping');
  }
}
