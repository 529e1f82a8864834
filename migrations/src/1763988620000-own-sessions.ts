import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people should know of their sessions to recognise them: since when, from where and by what they were opened. */
export class OwnSessions1763988620000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table app_session
         drop column begun_at, drop column opened_from, drop column opened_via, drop column program`,
    );
  }
}

const up = [
  // Of sessions that are open already only their earliest token is known. program: null where it did not say what it is.
  `alter table app_session
     add column begun_at timestamptz not null default date_trunc('milliseconds', now()),
     add column opened_from text not null default '',
     add column opened_via text not null default 'rest',
     add column program text`,
  `update app_session set begun_at =
     (select min(created_at) from app_session token where token.session = app_session.session)`,
  `alter table app_session
     alter column begun_at drop default, alter column opened_from drop default, alter column opened_via drop default`,
];
