import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Pages of alarms in few milliseconds, however long the history: an index for each sort of what is active and of what
 * is cleared, and what alarms say for searches, which is entered beside the writer's work.
 */
export class Lists1763987400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}

// A list of both states is put together of the two, so that no alarm stands in two indexes of one sort: a raise enters
// those of active alarms, a clear those of the history.
const up = [
  'drop index alarm_by_time',
  'drop index alarm_by_ne',
  `create index alarm_active_by_fault on alarm (fault_at, id) where state = 'active'`,
  `create index alarm_active_by_type on alarm (alarm_id, id) where state = 'active'`,
  `create index alarm_active_by_end on alarm (cleared_at, id) where state = 'active'`,
  `create index alarm_cleared_by_time on alarm (raised_at, id) where state = 'cleared'`,
  `create index alarm_cleared_by_ne on alarm (ne, raised_at, id) where state = 'cleared'`,
  `create index alarm_cleared_by_fault on alarm (fault_at, id) where state = 'cleared'`,
  `create index alarm_cleared_by_end on alarm (cleared_at, id) where state = 'cleared'`,
  `create index alarm_cleared_by_severity on alarm (severity, id) where state = 'cleared'`,
  `create index alarm_cleared_by_type on alarm (alarm_id, id) where state = 'cleared'`,
  `create index alarm_roots on alarm (raised_at, id) where role = 'root'`,
  `create index alarm_shelved on alarm (raised_at, id) where shelved`,
  `create index alarm_cleared_symptoms on alarm using gin (root_ids) where state = 'cleared' and role = 'symptom'`,

  // What alarms say and what they are on, each once: there are far fewer than alarms. By their hash, since a text may be
  // longer than an index takes.
  `create table alarm_word (
     hash uuid primary key,
     word text not null,
     is_ne boolean not null,
     is_object boolean not null,
     is_text boolean not null
   )`,
  'create index alarm_by_object on alarm (object)',
  'create index alarm_by_text on alarm using hash (text)',
  // Up to which change the words are entered.
  `create table alarm_word_position (partition int primary key, seq bigint not null)`,
  `insert into alarm_word_position select id, 0 from writer_partition`,
];

const down = [
  'drop table alarm_word_position',
  'drop index alarm_by_text',
  'drop index alarm_by_object',
  'drop table alarm_word',
  'drop index alarm_cleared_symptoms',
  'drop index alarm_shelved',
  'drop index alarm_roots',
  'drop index alarm_cleared_by_type',
  'drop index alarm_cleared_by_severity',
  'drop index alarm_cleared_by_end',
  'drop index alarm_cleared_by_fault',
  'drop index alarm_cleared_by_ne',
  'drop index alarm_cleared_by_time',
  'drop index alarm_active_by_end',
  'drop index alarm_active_by_type',
  'drop index alarm_active_by_fault',
  'create index alarm_by_time on alarm (raised_at, id)',
  'create index alarm_by_ne on alarm (ne, raised_at, id)',
];
