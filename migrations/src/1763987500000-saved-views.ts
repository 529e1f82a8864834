import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Ways to look at the alarm list that were given a name, and the one that each user begins with: they go with their owner. */
export class SavedViews1763987500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create table saved_view (
         id uuid primary key,
         owner text collate "C" not null references app_user (name) on delete cascade,
         name text collate "C" not null,
         shared boolean not null,
         content json not null,
         version int not null,
         created_at timestamptz not null,
         changed_at timestamptz not null,
         changed_by text not null,
         unique (owner, name)
       )`,
    );
    await runner.query('create index on saved_view (owner, name) where shared');
    await runner.query(
      `create table default_view (
         user_name text collate "C" primary key references app_user (name) on delete cascade,
         view uuid not null references saved_view (id) on delete cascade
       )`,
    );
    await runner.query('create index on default_view (view)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table default_view');
    await runner.query('drop table saved_view');
  }
}
