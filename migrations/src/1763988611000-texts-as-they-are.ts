import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The alarms of a text, for lists in other orders than that of their times: how frequent a text is, PostgreSQL knows of
 * the column, but not of the indexes of its hash, which are of some alarms only.
 */
export class TextsAsTheyAre1763988611000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index alarm_by_text on alarm using hash (text)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index alarm_by_text');
  }
}
