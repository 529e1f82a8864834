import { hostname } from 'node:os';
import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  type AlarmWriter,
  type Catalogue,
  type Command,
  type CommandResult,
  type OmcTrouble,
  type Submission,
  submissionOf,
} from '@omc/alarm';
import { LinkCertificates, NeLinks } from '@omc/southbound';
import { openStore, type Store } from '@omc/store';
import type { Logger } from 'pino';
import { filter, firstValueFrom, type Observable, Subject } from 'rxjs';
import { BasicCredentials } from './access/basic-credentials.js';
import { makeFirstUser } from './access/first-user.js';
import { PasswordChecks } from './access/password-checks.js';
import { Sessions } from './access/sessions.js';
import { AlarmOffice } from './alarm-office.js';
import type { Configuration } from './configuration/configuration.js';
import { linkFilesOf } from './configuration/link-files.js';
import { isOwnListener } from './configuration/own-listeners.js';
import { derivedSettings } from './derived-settings.js';
import { keepLedger } from './ledger/keep-ledger.js';
import { Ledger } from './ledger/ledger.js';
import { ActiveCounts } from './live/active-counts.js';
import { LiveAlarms } from './live/live-alarms.js';
import { Metrics } from './metrics/metrics.js';
import { CommittedPositions } from './pipeline/committed-positions.js';
import type { DecidedBatch } from './pipeline/decided.js';
import { FilterHistory } from './pipeline/filter-history.js';
import { pipeline } from './pipeline/pipeline.js';
import { readBeforeDeciding } from './pipeline/read-before-deciding.js';
import { restoreWriter } from './restore-writer.js';
import { SnmpUsers } from './snmp/snmp-users.js';
import { FilterStudies } from './studies/filter-studies.js';
import type { SystemTime } from './time/system-time.js';
import { startTraps, type Traps } from './traps/start-traps.js';
import type { TrapRules } from './traps/trap-rules.js';
import { TimedCommitter } from './troubles/timed-committer.js';
import { watchTroubles } from './troubles/watch-troubles.js';
import { startUpkeep } from './upkeep/start-upkeep.js';
import { HeartbeatWatch } from './ves/heartbeat-watch.js';
import { VesDesk } from './ves/ves-desk.js';

/** Under this token Nest hands the OMC to what serves it. */
export const OMC = Symbol('OMC');

/** The OMC at work, as its faces (HTTP, socket.io, MML) see it. */
export interface Omc {
  readonly configuration: Configuration;
  readonly log: Logger;
  readonly catalogue: Catalogue;
  readonly store: Store;
  readonly writer: AlarmWriter;
  readonly office: AlarmOffice;
  readonly studies: FilterStudies;
  readonly live: LiveAlarms;
  readonly links: NeLinks;
  readonly sessions: Sessions;
  readonly basicCredentials: BasicCredentials;
  readonly ves: VesDesk;
  readonly traps: Traps;
  readonly snmpUsers: SnmpUsers;
  readonly metrics: Metrics;
  /** Accounts for everything that comes in. */
  readonly ledger: Ledger;
  readonly committed$: Observable<DecidedBatch>;
  /** The time that everything goes by, milliseconds since 1970 UTC. */
  readonly now: () => number;
  /** Asks the single writer for something; answered after the commit. */
  do(command: Command): Promise<CommandResult>;
  /** Why the database does not answer just now; undefined while it does. */
  readonly databaseTrouble: () => Error | undefined;
  /** What the OMC itself is short of just now. */
  readonly troubles: () => readonly OmcTrouble[];
  stop(): Promise<void>;
}

/** What the OMC is started with. */
export interface OmcParts {
  readonly configuration: Configuration;
  readonly databaseUrl: string;
  readonly catalogue: Catalogue;
  readonly trapRules: TrapRules;
  readonly time: SystemTime;
  readonly log: Logger;
  /** Shows the generated password, once. */
  readonly onPassword: (password: string) => void;
  /** The OMC cannot go on: another writer has taken over, or the database refuses a batch for good. */
  readonly onFatal: (error: unknown) => void;
}

/** Starts the OMC: store, replay, pipeline, links and traps; everything but its faces. */
export async function startOmc(parts: OmcParts): Promise<Omc> {
  const { configuration, catalogue, time, log } = parts;
  const trouble = new DatabaseTrouble(log);
  const store = await openStore({
    url: parts.databaseUrl,
    now: time.now,
    pause: (ms) => new Promise((resolve) => void time.scheduler.schedule(() => resolve(), ms)),
    onTrouble: (error) => trouble.tell(error),
  });
  const password = await makeFirstUser(store.people, configuration.OMC_ADMIN_PASSWORD);
  if (password !== undefined) parts.onPassword(password);

  const { lease, committer: untimed } = await store.takeLease(`${hostname()}:${process.pid}`);
  const committer = new TimedCommitter(untimed, time.now);
  const active = await store.alarms.active();
  const { writer, replayedFrom } = await restoreWriter(
    store,
    catalogue,
    active,
    lease.sequences,
    derivedSettings(configuration),
  );
  const counts = new ActiveCounts(active);
  const office = new AlarmOffice(store, catalogue, writer, counts);
  const live = new LiveAlarms(store, office, lease.sequences.changeSeq);
  const positions = new CommittedPositions(writer);
  const links = linksOf(parts, writer, positions);
  const snmpUsers = await SnmpUsers.open({
    accounts: store.snmpAccounts,
    dataDir: configuration.OMC_DATA_DIR,
    now: time.now,
    log,
  });
  const traps = await startTraps(parts, writer, links, store, snmpUsers);
  const ledger = new Ledger(await store.lossLedger.read(), time.now);
  const operators = new Subject<Submission>();
  const ask = (command: Command) => {
    const submission = submissionOf(command);
    operators.next(submission);
    return submission.committed;
  };
  const checks = new PasswordChecks();
  const heartbeats = new HeartbeatWatch({
    scheduler: time.scheduler,
    intervalMs: configuration.OMC_HANDSHAKE_INTERVAL_S * 1000,
    misses: configuration.OMC_HANDSHAKE_MISSES,
    stored: await store.heartbeats.read(),
    store: store.heartbeats,
    isDisconnected: (ne) => writer.isDisconnected(ne),
    tell: ask,
    log,
  });
  const ves = new VesDesk({
    catalogue,
    nes: () => writer.nes,
    ledger,
    heartbeats,
    now: time.now,
    trouble: () => trouble.current,
  });
  const ledgerKeeping = keepLedger({
    ledger,
    store: store.lossLedger,
    kernelDrops: () => traps.receiver.dropped(),
    scheduler: time.scheduler,
    log,
  });
  const metrics = new Metrics({
    ledger,
    activeBySeverity: () => counts.summary().bySeverity,
    pending: () => writer.pending,
    links: () => ({ ...links.counts() }),
    queues: () => ({
      'link-events': links.uncommitted,
      traps: traps.receiver.uncommitted,
      ves: ves.uncommitted,
    }),
    traps: () => ({ received: traps.receiver.received(), ...traps.receiver.outcomes() }),
    readDrops: () => ledgerKeeping.readDrops(),
    passwordChecks: () => checks.count,
    trapMapFaults: () => parts.trapRules.faults.length,
  });
  account(ledger, links, traps);

  let committedSeq = lease.sequences.journalSeq;
  const filterHistory = new FilterHistory(store, writer, time.now);
  // What the house sees of the pipeline: it never errs, since only one is to be told that the OMC cannot go on.
  const committed$ = new Subject<DecidedBatch>();
  const following = pipeline({
    writer,
    committer,
    sources: [links.submissions$, traps.receiver.submissions$, ves.submissions$, operators],
    scheduler: time.scheduler,
    needsHistory: (command) => filterHistory.isNeededBy(command),
    withHistory: (command) => filterHistory.complete(command),
    afterPendingInput: (at) => readBeforeDeciding(at, writer, links, nextTurn),
    turn: () => nextTurn(),
  }).subscribe({
    next: (batch) => {
      committedSeq = batch.sequences.journalSeq;
      positions.follow(batch.journal);
      traps.follow(batch.registry);
      heartbeats.follow(batch.registry);
      counts.follow(batch.changes);
      live.publish(batch.changes);
      ledger.follow(batch.tally);
      metrics.follow(batch, time.now());
      committed$.next(batch);
    },
    error: parts.onFatal,
  });
  const troubles = watchTroubles({
    scheduler: time.scheduler,
    dataDir: configuration.OMC_DATA_DIR,
    leastFreePercent: configuration.OMC_DISK_LEAST_FREE_PERCENT,
    committer,
    committed$,
    ping: () => store.ping(),
    databaseTrouble: () => trouble.current,
    drops: () => traps.receiver.dropped(),
    tell: ask,
    active,
    log,
  });
  const upkeep = startUpkeep({
    store,
    writer,
    scheduler: time.scheduler,
    journalDays: configuration.OMC_JOURNAL_DAYS,
    committedUpTo: async (seq) => {
      if (committedSeq < seq)
        await firstValueFrom(committed$.pipe(filter(({ sequences }) => sequences.journalSeq >= seq)));
    },
    replayedFrom,
    log,
  });
  for (const ne of writer.nes.values()) if (ne.kind === 'link') links.add(ne);
  log.info({ nes: writer.nes.size, active: active.length, pending: writer.pending }, 'the OMC is at work');

  return {
    configuration,
    log,
    catalogue,
    store,
    writer,
    office,
    studies: new FilterStudies({
      catalogue,
      filters: writer.filters,
      transitions: store.transitions,
      now: time.now,
    }),
    live,
    links,
    traps,
    sessions: new Sessions(store.people, checks, time.now),
    basicCredentials: new BasicCredentials(store.people, checks, time.now),
    ves,
    snmpUsers,
    metrics,
    ledger,
    committed$,
    now: time.now,
    do: async (command) => {
      await filterHistory.prepare(command);
      return await ask(command);
    },
    databaseTrouble: () => trouble.current,
    troubles: troubles.open,
    stop: async () => {
      upkeep.unsubscribe();
      troubles.stop();
      heartbeats.stop();
      await links.close();
      await traps.close();
      following.unsubscribe();
      await ledgerKeeping.stop();
      await store.close();
    },
  };
}

function linksOf(
  { configuration, time, log }: OmcParts,
  writer: AlarmWriter,
  positions: CommittedPositions,
): NeLinks {
  return new NeLinks({
    scheduler: time.scheduler,
    settings: {
      handshakeIntervalMs: configuration.OMC_HANDSHAKE_INTERVAL_S * 1000,
      handshakeMisses: configuration.OMC_HANDSHAKE_MISSES,
      reconnectIntervalMs: configuration.OMC_RECONNECT_INTERVAL_S * 1000,
      dialsPerSecond: 1000,
    },
    positionOf: (ne) => positions.of(ne),
    isDisconnected: (ne) => writer.isDisconnected(ne),
    certificates: certificatesOf(configuration, time, log),
    mayDial: (address, port) =>
      configuration.OMC_NE_NETWORKS.allows(address) && !isOwnListener(address, port, configuration),
    log,
  });
}

/** Has everything that comes in counted, and what of it is in vain. */
function account(ledger: Ledger, links: NeLinks, { receiver }: Traps): void {
  ledger.watch('link', { received: () => links.received });
  links.rejected$.subscribe(({ ne, reason, detail, sample, lines }) =>
    ledger.lose({ source: 'link', from: ne }, reason, [`${detail}: ${sample}`], lines),
  );
  ledger.watch('snmp', {
    received: () => receiver.received(),
    obeyed: () => {
      const { reports: _, ...others } = receiver.outcomes();
      return Object.values(others).reduce((sum, count) => sum + count, 0);
    },
  });
  receiver.rejected$.subscribe(({ from, reason, detail, sample = '' }) =>
    ledger.lose({ source: 'snmp', from: from.replace(/:\d+$/, '') }, reason, [`${detail} ${sample}`.trim()]),
  );
}

/** The configuration was checked: what is wrong now became so since. */
function certificatesOf(
  configuration: Configuration,
  time: SystemTime,
  log: Logger,
): LinkCertificates | undefined {
  const files = linkFilesOf(configuration);
  if (files === undefined) return undefined;
  const opened = LinkCertificates.open(files, time.now, log);
  if (opened instanceof LinkCertificates) return opened;
  throw new Error(`the certificates for NE links are wrong: ${opened.map(({ fault }) => fault).join('; ')}`);
}

/** Remembers whether the database answers, and logs it once each time that changes. */
class DatabaseTrouble {
  current: Error | undefined;
  readonly #log: Logger;

  constructor(log: Logger) {
    this.#log = log;
  }

  tell(error: Error | undefined): void {
    if (error !== undefined && this.current === undefined)
      this.#log.error(
        { reason: error.message },
        'the database does not answer: everything waits, nothing is lost',
      );
    if (error === undefined && this.current !== undefined) this.#log.info('the database answers again');
    this.current = error;
  }
}
