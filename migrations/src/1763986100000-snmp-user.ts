import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Users of SNMPv3 with their sealed keys, the OMC's own engine, and the clocks of the engines that sent traps. */
export class SnmpUser1763986100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table snmp_peer_clock, snmp_user, snmp_engine');
  }
}

const up = [
  `create table snmp_engine (
     only_one boolean primary key default true check (only_one),
     engine_id text not null,
     boots int not null
   )`,
  `create table snmp_user (
     name text primary key,
     auth_protocol text not null,
     priv_protocol text not null,
     sealed_keys text not null,
     created_by text not null,
     created_at timestamptz not null
   )`,
  `create table snmp_peer_clock (
     engine_id text not null,
     user_name text not null references snmp_user (name) on delete cascade,
     boots int not null,
     engine_time int not null,
     received_at timestamptz not null,
     primary key (engine_id, user_name)
   )`,
];
