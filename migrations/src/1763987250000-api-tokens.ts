import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tokens by which programs come in: they go with their owner. Only a hash of the token is stored. */
export class ApiTokens1763987250000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create table api_token (
         id uuid primary key,
         token_hash text not null unique,
         user_name text collate "C" not null references app_user (name) on delete cascade,
         name text collate "C" not null,
         role text not null check (role in ('viewer', 'operator', 'engineer', 'admin')),
         scope json,
         created_at timestamptz not null,
         expires_at timestamptz not null,
         last_used_at timestamptz,
         unique (user_name, name)
       )`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table api_token');
  }
}
