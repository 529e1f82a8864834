import type { MigrationInterface, QueryRunner } from 'typeorm';

/** From where and by which community an NE's notifications come. */
export class SnmpAccess1763970000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table ne add column snmp json');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table ne drop column snmp');
  }
}
