import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who did what, from where: rows are added and never changed or taken away. */
export class Audit1763987200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table audit');
    await runner.query('drop function refuse_change_of_audit');
  }
}

const up = [
  `create table audit (
     id bigint generated always as identity primary key,
     at timestamptz not null,
     user_name text not null,
     source text not null,
     via text not null,
     action text not null,
     target text not null,
     before json,
     after json
   )`,
  `create index audit_by_time on audit (at)`,
  `create index audit_by_user on audit (user_name, id)`,
  `create index audit_by_target on audit (target, id)`,
  // Also against whoever owns the table: rights would not bind the owner.
  `create function refuse_change_of_audit() returns trigger language plpgsql as $$
   begin
     raise exception 'the audit log is append-only' using errcode = 'insufficient_privilege';
   end $$`,
  `create trigger audit_is_append_only before update or delete or truncate on audit
   for each statement execute function refuse_change_of_audit()`,
];
