import type { MigrationInterface, QueryRunner } from 'typeorm';

/** NEs that are supervised by the heartbeats that they send. */
export class VesHeartbeat1763986401000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'create table ves_heartbeat (ne text not null primary key, interval_ms bigint not null)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table ves_heartbeat');
  }
}
