import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The alarms of each text in order of their times, so that a search reads those of its page and no others. */
export class TextsInOrder1763988610000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}

// By state, like the indexes of lists: a raise enters a small one.
const up = [
  'drop index alarm_by_text',
  `create index alarm_active_by_text on alarm (hashtextextended(text, 0), raised_at, id) where state = 'active'`,
  `create index alarm_cleared_by_text on alarm (hashtextextended(text, 0), raised_at, id) where state = 'cleared'`,
  // How many alarms a hash has is known from then on.
  'analyze alarm',
];

const down = [
  'drop index alarm_cleared_by_text',
  'drop index alarm_active_by_text',
  'create index alarm_by_text on alarm using hash (text)',
];
