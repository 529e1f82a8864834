import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Room in the pages of `alarm`: a change of what no index knows (roles, counts, texts) stays in the alarm's page and
 * need not be entered into every index. Pages that are full already get it as they are written anew.
 */
export class RoomInAlarm1763980000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table alarm set (fillfactor = 70)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table alarm reset (fillfactor)');
  }
}
