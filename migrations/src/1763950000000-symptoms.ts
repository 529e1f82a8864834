import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Finds what is folded under a root. */
export class Symptoms1763950000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create index alarm_symptoms on alarm using gin (root_ids) where state = 'active' and role = 'symptom'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index alarm_symptoms');
  }
}
