import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Notifications that nothing maps, or whose NE is not known: one row a source and kind. */
export class UnmappedTrap1763985000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(up);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table unmapped_trap');
  }
}

const up = `create table unmapped_trap (
   source text not null,
   notification text not null,
   count bigint not null,
   first_at timestamptz not null,
   last_at timestamptz not null,
   reason text not null,
   detail text not null,
   varbinds json not null,
   primary key (source, notification)
 )`;
