import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { AuditEntry, Refusal } from '@omc/alarm';
import type { SnmpUserPost } from '@omc/api';
import { OwnEngine, PeerClocks, passwordKey, UsmUsers } from '@omc/southbound';
import type { SnmpAccount, SnmpAccounts } from '@omc/store';
import type { Logger } from 'pino';
import { auditEntry, type Doer } from '../audit/audit-office.js';
import { sealKeys, unsealKeys } from './sealed-keys.js';
import { sealingSecret } from './sealing-secret.js';

/** A user as it is listed. */
export interface ListedSnmpUser extends Omit<SnmpAccount, 'sealedKeys'> {
  /** Whether its keys could be read. */
  readonly usable: boolean;
}

/** What SNMPv3 needs to begin. */
export interface SnmpUsersParts {
  readonly accounts: SnmpAccounts;
  readonly dataDir: string;
  /** Users that a file names: they replace those of the same name. */
  readonly ofFile: readonly SnmpUserPost[];
  readonly now: () => number;
  readonly log: Logger;
}

/** The users of SNMPv3, stored and in force, with the OMC's engine and the clocks of others. */
export class SnmpUsers {
  readonly usm: {
    readonly users: UsmUsers;
    readonly engine: OwnEngine;
    readonly peers: PeerClocks;
  };
  readonly #parts: SnmpUsersParts;
  readonly #secret: Buffer;

  private constructor(parts: SnmpUsersParts, secret: Buffer, engine: OwnEngine, peers: PeerClocks) {
    this.#parts = parts;
    this.#secret = secret;
    this.usm = { users: new UsmUsers(), engine, peers };
  }

  /** Starts the OMC's engine once more, and accepts the users that are stored. */
  static async open(parts: SnmpUsersParts): Promise<SnmpUsers> {
    const { accounts, dataDir, now } = parts;
    const secret = await sealingSecret(resolve(dataDir));
    const { engineId, boots } = await accounts.startEngine(newEngineId());
    const engine = new OwnEngine(Buffer.from(engineId, 'hex'), boots, { now });
    const users = new SnmpUsers(parts, secret, engine, new PeerClocks(await accounts.peerClocks()));
    for (const post of parts.ofFile) await users.#replace(post);
    for (const account of await accounts.list()) users.#accept(account);
    return users;
  }

  /** Every user, by name. */
  async list(): Promise<ListedSnmpUser[]> {
    const accounts = await this.#parts.accounts.list();
    return accounts.map((account) => this.#listed(account));
  }

  /** Stores a user and accepts it from now on. */
  async add(post: SnmpUserPost, by: Doer): Promise<ListedSnmpUser | Refusal> {
    const account = this.#accountOf(post, by.user);
    if (!(await this.#parts.accounts.add(account, this.#added(account, by))))
      return { refused: 'conflict', field: 'user', reason: `SNMP user ${post.user} is there already` };
    this.#accept(account);
    return this.#listed(account);
  }

  /** Accepts a user no longer; what engines said of their clocks to it is forgotten. */
  async remove(name: string, by: Doer): Promise<Refusal | undefined> {
    if (!(await this.#parts.accounts.remove(name, this.#removed(name, by))))
      return { refused: 'not-found', field: 'user', reason: `there is no SNMP user ${name.slice(0, 32)}` };
    this.usm.users.remove(name);
    this.usm.peers.forget(name);
    return undefined;
  }

  /** Stores what engines have said of their clocks since the last time. */
  async storeClocks(): Promise<void> {
    const changes = this.usm.peers.takeChanges();
    await this.#parts.accounts.writePeerClocks(changes).catch((err: unknown) => {
      this.usm.peers.putBack(changes);
      this.#parts.log.warn({ err }, 'clocks of SNMP engines could not be stored');
    });
  }

  #accountOf(post: SnmpUserPost, createdBy: string): SnmpAccount {
    const { user: name, authProtocol, privProtocol } = post;
    const authKey = passwordKey(authProtocol, post.authPassword);
    const privKey = passwordKey(authProtocol, post.privPassword);
    const sealedKeys = sealKeys(this.#secret, { name, authProtocol, privProtocol, authKey, privKey });
    return { name, authProtocol, privProtocol, sealedKeys, createdBy, createdAt: this.#parts.now() };
  }

  /** A user with the same keys stays as it is, with what engines said of their clocks to it. */
  async #replace(post: SnmpUserPost): Promise<void> {
    const { accounts } = this.#parts;
    const wanted = this.#accountOf(post, FILE.user);
    const known = (await accounts.list()).find(({ name }) => name === wanted.name);
    if (known !== undefined && this.#isSame(known, wanted)) return;
    await accounts.remove(wanted.name, this.#removed(wanted.name, FILE));
    await accounts.add(wanted, this.#added(wanted, FILE));
    this.#parts.log.info({ user: wanted.name }, 'an SNMP user is as OMC_SNMP_USERS says');
  }

  #isSame(known: SnmpAccount, wanted: SnmpAccount): boolean {
    return isDeepStrictEqual(
      unsealKeys(this.#secret, known, known.sealedKeys),
      unsealKeys(this.#secret, wanted, wanted.sealedKeys),
    );
  }

  #added({ name, authProtocol, privProtocol }: SnmpAccount, by: Doer): AuditEntry {
    const facts = { authProtocol, privProtocol };
    return auditEntry(this.#parts.now(), by, 'add-snmp-user', `SNMP user ${name}`, null, facts);
  }

  #removed(name: string, by: Doer): AuditEntry {
    return auditEntry(this.#parts.now(), by, 'remove-snmp-user', `SNMP user ${name}`, null, null);
  }

  #accept(account: SnmpAccount): void {
    const user = unsealKeys(this.#secret, account, account.sealedKeys);
    if (user !== undefined) this.usm.users.put(user);
    else
      this.#parts.log.error(
        { user: account.name },
        'the keys of an SNMP user were sealed with another secret than that of the data folder: remove and add the user',
      );
  }

  #listed({ sealedKeys: _, ...account }: SnmpAccount): ListedSnmpUser {
    return { ...account, usable: this.usm.users.has(account.name) };
  }
}

/** Whoever wrote the file that `OMC_SNMP_USERS` names. */
const FILE: Doer = { user: 'file', from: '', via: 'system' };

/** RFC 3411 §5: enterprise 32473 (for documentation), then octets of the OMC's own choice. */
function newEngineId(): string {
  const ENTERPRISE = '80007ed9';
  const OCTETS = '05';
  return `${ENTERPRISE}${OCTETS}${randomBytes(12).toString('hex')}`;
}
