import type { AuditEntry, AuthProtocol, PrivProtocol } from '@omc/alarm';
import type { Pool } from 'pg';
import { addAuditEntries } from './audit-log.js';
import { inTransaction } from './in-transaction.js';

/** A user of SNMPv3 as it is stored. */
export interface SnmpAccount {
  readonly name: string;
  readonly authProtocol: AuthProtocol;
  readonly privProtocol: PrivProtocol;
  /** The keys, unreadable without a secret that the database does not have. */
  readonly sealedKeys: string;
  readonly createdBy: string;
  readonly createdAt: number;
}

/** The latest that an SNMP engine has said of its clock to a user. */
export interface StoredPeerClock {
  /** In hexadecimal. */
  readonly engineId: string;
  readonly user: string;
  readonly boots: number;
  readonly time: number;
  readonly receivedAt: number;
}

interface AccountRow {
  name: string;
  auth_protocol: AuthProtocol;
  priv_protocol: PrivProtocol;
  sealed_keys: string;
  created_by: string;
  created_at: Date;
}

interface ClockRow {
  engine_id: string;
  user_name: string;
  boots: number;
  engine_time: number;
  received_at: Date;
}

/** What is kept of SNMPv3: users, the OMC's own engine, the clocks of the engines that sent traps. */
export class SnmpAccounts {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  /** Counts one more start of the OMC's engine, which gets `engineId` at the first (RFC 3414 §2.2.2). */
  async startEngine(engineId: string): Promise<{ readonly engineId: string; readonly boots: number }> {
    const { rows } = await this.#pool.query<{ engine_id: string; boots: number }>(
      `insert into snmp_engine (engine_id, boots) values ($1, 1)
       on conflict (only_one) do update set boots = least(snmp_engine.boots, 2147483646) + 1
       returning engine_id, boots`,
      [engineId],
    );
    const [engine] = rows;
    if (engine === undefined) throw new Error('the SNMP engine has no row');
    return { engineId: engine.engine_id, boots: engine.boots };
  }

  /** Every user, by name. */
  async list(): Promise<SnmpAccount[]> {
    const { rows } = await this.#pool.query<AccountRow>('select * from snmp_user order by name collate "C"');
    return rows.map((row) => ({
      name: row.name,
      authProtocol: row.auth_protocol,
      privProtocol: row.priv_protocol,
      sealedKeys: row.sealed_keys,
      createdBy: row.created_by,
      createdAt: row.created_at.getTime(),
    }));
  }

  /** Stores a user with its entry in the audit log; false where there is one of this name already. */
  add(account: SnmpAccount, entry: AuditEntry): Promise<boolean> {
    const { name, authProtocol, privProtocol, sealedKeys, createdBy, createdAt } = account;
    return inTransaction(this.#pool, async (client) => {
      const { rowCount } = await client.query(
        `insert into snmp_user (name, auth_protocol, priv_protocol, sealed_keys, created_by, created_at)
         values ($1, $2, $3, $4, $5, $6) on conflict (name) do nothing`,
        [name, authProtocol, privProtocol, sealedKeys, createdBy, new Date(createdAt)],
      );
      if (rowCount === 1) await addAuditEntries(client, [entry]);
      return rowCount === 1;
    });
  }

  /** Removes a user and what engines said to it, with an entry in the audit log; false where there is none. */
  remove(name: string, entry: AuditEntry): Promise<boolean> {
    return inTransaction(this.#pool, async (client) => {
      const { rowCount } = await client.query('delete from snmp_user where name = $1', [name]);
      if (rowCount === 1) await addAuditEntries(client, [entry]);
      return rowCount === 1;
    });
  }

  /** The clocks of engines, the longest silent first. */
  async peerClocks(): Promise<StoredPeerClock[]> {
    const { rows } = await this.#pool.query<ClockRow>('select * from snmp_peer_clock order by received_at');
    return rows.map((row) => ({
      engineId: row.engine_id,
      user: row.user_name,
      boots: row.boots,
      time: row.engine_time,
      receivedAt: row.received_at.getTime(),
    }));
  }

  /** Stores what engines have said since; of users that are removed, nothing. */
  async writePeerClocks(clocks: readonly StoredPeerClock[]): Promise<void> {
    if (clocks.length === 0) return;
    await this.#pool.query(
      `insert into snmp_peer_clock
       select engine_id, user_name, boots, engine_time, received_at
       from unnest($1::text[], $2::text[], $3::int[], $4::int[], $5::timestamptz[])
         as told (engine_id, user_name, boots, engine_time, received_at)
       where user_name in (select name from snmp_user)
       on conflict (engine_id, user_name) do update
       set boots = excluded.boots, engine_time = excluded.engine_time, received_at = excluded.received_at`,
      [
        clocks.map(({ engineId }) => engineId),
        clocks.map(({ user }) => user),
        clocks.map(({ boots }) => boots),
        clocks.map(({ time }) => time),
        clocks.map(({ receivedAt }) => new Date(receivedAt)),
      ],
    );
  }
}
