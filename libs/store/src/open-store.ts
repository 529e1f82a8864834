import type {
  AutoAcknowledgement,
  FilterScope,
  JournalEntry,
  NetworkElement,
  Shelf,
  StoredFilter,
  StoredTopology,
  TypeSetting,
} from '@omc/alarm';
import { migrations } from '@omc/migrations';
import type { Pool } from 'pg';
import { DataSource } from 'typeorm';
import { AlarmReader } from './alarm-reader.js';
import { AlarmSearch } from './alarm-search.js';
import { ApiTokenRows } from './api-token-rows.js';
import { AuditLog } from './audit-log.js';
import { BatchCommitter, type CommitterDependencies } from './batch-committer.js';
import { Checkpoints } from './checkpoints.js';
import { HeartbeatRows } from './heartbeat-rows.js';
import { dropJournalPartitions, makeJournalPartitions } from './journal-partitions.js';
import { type KeyHistory, readKeyHistory } from './key-history.js';
import { notPrepared } from './lacking-rights.js';
import { type Lease, takeLease } from './lease.js';
import { LossLedger } from './loss-ledger.js';
import { Notes } from './notes.js';
import { People } from './people.js';
import { sessionEntity, userEntity } from './people-entities.js';
import { RaisedAlarms } from './raised-alarms.js';
import { readJournal } from './read-journal.js';
import { readerOptions, within } from './reader-options.js';
import { Readers } from './readers.js';
import { readFilters, readNes } from './registry-rows.js';
import { grantRuntimeRights, type RuntimeRights, roleOf } from './runtime-rights.js';
import { SavedViews } from './saved-views.js';
import { makeSearchIndex, type SearchIndex } from './search-index.js';
import { SessionRows } from './session-rows.js';
import { readShelves } from './shelf-rows.js';
import { SnmpAccounts } from './snmp-accounts.js';
import { unreachable } from './store-faults.js';
import { readTopologies } from './topology-rows.js';
import { TransitionReader } from './transition-reader.js';
import { TrapMappingRows } from './trap-mappings.js';
import { readAutoAcknowledgement, readTypeSettings } from './type-setting-rows.js';
import { UnmappedTraps } from './unmapped-traps.js';

/** An OMC writes one partition, always the same. */
const PARTITION = 0;
const CONNECT_MS = 5_000;
const PING_MS = 2_000;

/** What the store needs from its surroundings. */
export interface StoreDependencies extends CommitterDependencies {
  readonly now: () => number;
  /**
   * How the owner of the tables comes to the same database: the schema is brought up to date with its rights, and the
   * role of `url` gets those that the work needs. Left out, the role of `url` does both.
   */
  readonly ownerUrl?: string;
}

/** PostgreSQL, as the rest of the house sees it. */
export class Store {
  /** Whether searches have an index. */
  readonly searchIndex: SearchIndex;
  /** Whether the role that the store works with is kept from what the work does not need. */
  readonly rights: RuntimeRights;
  readonly alarms: AlarmReader;
  readonly statistics: RaisedAlarms;
  readonly people: People;
  readonly sessionRows: SessionRows;
  readonly auditLog: AuditLog;
  readonly notes: Notes;
  readonly apiTokens: ApiTokenRows;
  readonly savedViews: SavedViews;
  readonly checkpoints: Checkpoints;
  readonly transitions: TransitionReader;
  readonly unmappedTraps: UnmappedTraps;
  readonly snmpAccounts: SnmpAccounts;
  readonly trapMappings: TrapMappingRows;
  readonly lossLedger: LossLedger;
  readonly heartbeats: HeartbeatRows;
  readonly #readers: Readers;
  readonly #pool: Pool;
  readonly #source: DataSource;
  readonly #dependencies: StoreDependencies;
  #committer: BatchCommitter | undefined;

  constructor(
    readers: Readers,
    source: DataSource,
    dependencies: StoreDependencies,
    { searchIndex, rights }: Ground,
  ) {
    const { pool } = readers;
    this.#readers = readers;
    this.#pool = pool;
    this.#source = source;
    this.#dependencies = dependencies;
    this.searchIndex = searchIndex;
    this.rights = rights;
    this.alarms = new AlarmReader(pool, PARTITION, new AlarmSearch(pool, PARTITION, searchIndex.isThere));
    this.statistics = new RaisedAlarms(pool);
    this.people = new People(source);
    this.sessionRows = new SessionRows(source);
    this.auditLog = new AuditLog(pool);
    this.notes = new Notes(pool);
    this.apiTokens = new ApiTokenRows(pool);
    this.savedViews = new SavedViews(pool);
    this.checkpoints = new Checkpoints(pool, PARTITION);
    this.unmappedTraps = new UnmappedTraps(pool);
    this.heartbeats = new HeartbeatRows(pool);
    this.snmpAccounts = new SnmpAccounts(pool);
    this.trapMappings = new TrapMappingRows(pool);
    this.lossLedger = new LossLedger(pool);
    this.transitions = new TransitionReader(pool, PARTITION);
  }

  /** Takes over the partition, and gives what commits its batches. */
  async takeLease(holder: string): Promise<{ lease: Lease; committer: BatchCommitter }> {
    const lease = await takeLease(this.#pool, PARTITION, holder);
    this.#committer = new BatchCommitter(lease, this.#dependencies);
    return { lease, committer: this.#committer };
  }

  nes(): Promise<NetworkElement[]> {
    return readNes(this.#pool, PARTITION);
  }

  filters(): Promise<StoredFilter[]> {
    return readFilters(this.#pool);
  }

  /** What NEs and their objects require, NE by NE. */
  topologies(): Promise<StoredTopology[]> {
    return readTopologies(this.#pool, PARTITION);
  }

  /** What operators have set about alarm types. */
  typeSettings(): Promise<TypeSetting[]> {
    return readTypeSettings(this.#pool);
  }

  /** The shelves that have not ended, and the last that have. */
  shelves(): Promise<Shelf[]> {
    return readShelves(this.#pool, PARTITION);
  }

  /** When alarms are acknowledged by themselves, by severity. */
  autoAcknowledgement(): Promise<AutoAcknowledgement> {
    return readAutoAcknowledgement(this.#pool);
  }

  /** The journal after an entry, oldest first, by pages. */
  journal(from: number): AsyncIterable<readonly JournalEntry[]> {
    return readJournal(this.#pool, PARTITION, from);
  }

  /** What the journal has of the keys of a scope since an instant, behind entry `after`. */
  keyHistory(scope: FilterScope, sinceAt: number, after: number): Promise<KeyHistory> {
    return readKeyHistory(this.#pool, PARTITION, scope, sinceAt, after);
  }

  /** Makes the journal's partitions of the days to come, and drops those older than `days` that nothing needs. */
  async keepPartitions(days: number): Promise<void> {
    await makeJournalPartitions(this.#pool, this.#dependencies.now());
    await dropJournalPartitions(this.#pool, this.#dependencies.now(), days);
  }

  /** Throws DatabaseUnreachable where PostgreSQL does not answer within two seconds. */
  async ping(): Promise<void> {
    try {
      await this.#pool.query(within(PING_MS, { text: 'select 1' }));
    } catch (error) {
      throw unreachable(this.#dependencies.url, error);
    }
  }

  async close(): Promise<void> {
    await this.#committer?.close();
    await this.#readers.end();
    await this.#source.destroy();
  }
}

/** Connects, brings the schema up to date by its migrations, and opens the store. Throws DatabaseUnreachable. */
export async function openStore(dependencies: StoreDependencies): Promise<Store> {
  const { url } = dependencies;
  const ground = await prepare(dependencies);
  const source = new DataSource({
    type: 'postgres',
    url,
    applicationName: 'omc',
    connectTimeoutMS: CONNECT_MS,
    extra: readerOptions,
    entities: [userEntity, sessionEntity],
    logging: false,
  });
  try {
    await source.initialize();
  } catch (error) {
    throw unreachable(url, error);
  }
  const readers = new Readers(url);
  const store = new Store(readers, source, dependencies, ground);
  try {
    await makeJournalPartitions(readers.pool, dependencies.now());
  } catch (error) {
    await store.close();
    throw unreachable(url, error);
  }
  return store;
}

/** What the store finds in the database once that is prepared. */
interface Ground {
  readonly searchIndex: SearchIndex;
  readonly rights: RuntimeRights;
}

/** Everything that needs the owner's rights. Throws DatabaseUnreachable. */
async function prepare({ url, ownerUrl = url }: StoreDependencies): Promise<Ground> {
  try {
    await migrate(ownerUrl);
    const searchIndex = await makeSearchIndex(ownerUrl);
    return { searchIndex, rights: await grantRuntimeRights(ownerUrl, roleOf(url)) };
  } catch (error) {
    throw await notPrepared(ownerUrl, roleOf(ownerUrl), error);
  }
}

/** Brings the schema up to date, over a connection of its own: a migration may take its time. */
async function migrate(url: string): Promise<void> {
  const source = new DataSource({
    type: 'postgres',
    url,
    applicationName: 'omc-migrations',
    connectTimeoutMS: CONNECT_MS,
    migrations,
    migrationsTransactionMode: 'each',
    logging: false,
  });
  await source.initialize();
  try {
    await source.runMigrations();
  } finally {
    await source.destroy();
  }
}
