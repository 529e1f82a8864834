import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether an NE's link goes over TLS; null where it follows the OMC's own rule. */
export class NeTls1763986300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table ne add column tls boolean');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table ne drop column tls');
  }
}
