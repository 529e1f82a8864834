import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What users are limited to and must do, and sessions that are renewed and end when idle. */
export class People1763987210000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}

const up = [
  // scope: null is everything. password_change: the demand for another password, where there is one.
  `alter table app_user
     add column scope jsonb,
     add column disabled boolean not null default false,
     add column password_change text check (password_change in ('asked', 'required')),
     add column created_by text not null default '',
     add column changed_at timestamptz not null default now(),
     add column changed_by text not null default ''`,
  // session: what all tokens of one sign-in have in common. Those that are open now go on as they are.
  `alter table app_session
     add column session uuid not null default gen_random_uuid(),
     add column in_browser boolean not null default false,
     add column last_used_at timestamptz not null default now()`,
  `create index app_session_by_session on app_session (session)`,
  `create index app_session_by_user on app_session (user_name)`,
];

const down = [
  'alter table app_session drop column session, drop column in_browser, drop column last_used_at',
  `alter table app_user drop column scope, drop column disabled, drop column password_change,
     drop column created_by, drop column changed_at, drop column changed_by`,
];
