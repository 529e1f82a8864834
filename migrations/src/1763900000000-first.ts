import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The ground: partitions of the single writer, what is registered, journal, alarms and their change log, people. */
export class First1763900000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}

const up = [
  // One row per writer's partition. token only grows: a writer that lost its lease cannot commit.
  // batch tells, after a COMMIT whose answer was lost, whether it took effect.
  `create table writer_partition (
     id int primary key,
     token bigint not null default 0,
     holder text,
     acquired_at timestamptz,
     batch bigint not null default 0,
     journal_seq bigint not null default 0,
     change_seq bigint not null default 0
   )`,
  `insert into writer_partition (id) values (0)`,

  `create table ne (
     id text primary key,
     partition int not null default 0,
     kind text not null check (kind in ('link', 'snmp')),
     host text not null,
     port int not null
   )`,

  // What a rule leaves out follows the next less specific filter.
  `create table filter (
     alarm_id int not null,
     ne text,
     object text,
     rule jsonb not null,
     changed_by text not null,
     changed_at timestamptz not null default now(),
     unique nulls not distinct (alarm_id, ne, object)
   )`,

  // The hold-off's write-ahead log. Partitions are made by the OMC, a day each.
  `create table journal (
     partition int not null,
     seq bigint not null,
     recorded_at timestamptz not null default now(),
     kind text not null,
     ne text not null,
     object text,
     alarm_id int,
     at timestamptz not null,
     state text,
     over_link boolean,
     details json,
     alarm uuid,
     epoch text,
     acked_seq bigint,
     seen_seq bigint
   ) partition by range (recorded_at)`,
  `create index on journal (partition, seq)`,

  // severity: alarmModelState codes of RFC 3877, graver is greater.
  // The derived facts stand beside the life: role, root_ids, rule, stale, shelved.
  `create table alarm (
     id uuid primary key,
     partition int not null,
     ne text not null,
     object text not null,
     alarm_id int not null,
     severity smallint not null,
     event_type text not null,
     probable_cause text not null,
     state text not null check (state in ('active', 'cleared')),
     acknowledged boolean not null,
     ack_by text,
     ack_at timestamptz,
     fault_at timestamptz not null,
     raised_at timestamptz not null,
     cleared_at timestamptz,
     cleared_by text,
     reports int not null,
     text text not null,
     info json not null,
     intermittent boolean not null,
     comments int not null,
     version int not null,
     life_version int not null,
     stale boolean not null,
     shelved boolean not null,
     role text not null,
     root_ids uuid[] not null,
     rule text
   )`,
  `create index alarm_active_by_time on alarm (raised_at, id) where state = 'active'`,
  `create index alarm_active_by_severity on alarm (severity, id) where state = 'active'`,
  `create index alarm_active_by_ne on alarm (ne, id) where state = 'active'`,
  `create index alarm_by_time on alarm (raised_at, id)`,
  `create index alarm_by_ne on alarm (ne, raised_at, id)`,

  // The one change log; seq is the writer's and in commit order. What an alarm's log shows is made from facts.
  `create table alarm_change (
     partition int not null,
     seq bigint not null,
     alarm uuid not null,
     version int not null,
     kind text not null,
     at timestamptz not null,
     recorded_at timestamptz not null default now(),
     by text,
     facts json not null,
     primary key (partition, seq)
   )`,
  `create index alarm_change_by_alarm on alarm_change (alarm, version)`,

  `create table app_user (
     name text primary key,
     role text not null check (role in ('viewer', 'operator', 'engineer', 'admin')),
     password_hash text not null,
     created_at timestamptz not null default now()
   )`,
  // Only a hash of the token is stored.
  `create table app_session (
     token_hash text primary key,
     user_name text not null references app_user (name) on delete cascade,
     created_at timestamptz not null default now(),
     expires_at timestamptz not null
   )`,
  `create index on app_session (expires_at)`,
];

const down = [
  'app_session',
  'app_user',
  'alarm_change',
  'alarm',
  'journal',
  'filter',
  'ne',
  'writer_partition',
].map((table) => `drop table ${table}`);
