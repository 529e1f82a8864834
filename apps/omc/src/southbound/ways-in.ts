import type { AlarmWriter, Command, CommandResult, Submission } from '@omc/alarm';
import type { NeLinks, SnmpAgents } from '@omc/southbound';
import type { Store } from '@omc/store';
import type { Observable } from 'rxjs';
import { keepLedger, type LedgerKeeping } from '../ledger/keep-ledger.js';
import { Ledger } from '../ledger/ledger.js';
import type { OmcParts } from '../omc-parts.js';
import { CommittedPositions } from '../pipeline/committed-positions.js';
import type { DecidedBatch } from '../pipeline/decided.js';
import { SnmpUsers } from '../snmp/snmp-users.js';
import { startTraps, type Traps } from '../traps/start-traps.js';
import type { DatabaseTrouble } from '../troubles/database-trouble.js';
import { HeartbeatWatch } from '../ves/heartbeat-watch.js';
import { VesDesk } from '../ves/ves-desk.js';
import { accountFor } from './account-for.js';
import { openAgents } from './open-agents.js';
import { openLinks } from './open-links.js';

/** Every way in for what NEs report, and the ledger of it. */
export interface WaysIn {
  readonly links: NeLinks;
  readonly agents: SnmpAgents;
  readonly traps: Traps;
  readonly snmpUsers: SnmpUsers;
  readonly ves: VesDesk;
  readonly ledger: Ledger;
  readonly ledgerKeeping: LedgerKeeping;
  /** What comes in, for the pipeline. */
  readonly submissions: readonly Observable<Submission>[];
  /** Keeps in step with what was committed. */
  follow(batch: DecidedBatch): void;
  stop(): Promise<void>;
}

/** What the ways in need of the rest of the OMC. */
export interface WaysInSurroundings {
  readonly store: Store;
  readonly writer: AlarmWriter;
  readonly ask: (command: Command) => Promise<CommandResult>;
  readonly trouble: DatabaseTrouble;
}

/** Opens every way in; the NEs of the registry are not dialled yet. */
export async function openWaysIn(
  parts: OmcParts,
  { store, writer, ask, trouble }: WaysInSurroundings,
): Promise<WaysIn> {
  const { configuration, catalogue, time, log } = parts;
  const positions = new CommittedPositions(writer);
  const links = openLinks(parts, writer, positions);
  const snmpUsers = await SnmpUsers.open({
    accounts: store.snmpAccounts,
    dataDir: configuration.OMC_DATA_DIR,
    ofFile: parts.snmpUsers,
    now: time.now,
    log,
  });
  // What comes before the agents are there needs nothing of them: they are met a moment later, and asked then.
  let agents: SnmpAgents | undefined;
  const heartbeats = new HeartbeatWatch({
    scheduler: time.scheduler,
    intervalMs: configuration.OMC_HANDSHAKE_INTERVAL_S * 1000,
    misses: configuration.OMC_HANDSHAKE_MISSES,
    stored: await store.heartbeats.read(),
    store: store.heartbeats,
    isDisconnected: (ne) => writer.isDisconnected(ne),
    begun: (ne) => agents?.remove(ne),
    tell: ask,
    log,
  });
  const ledger = new Ledger(await store.lossLedger.read(), time.now);
  const ves = new VesDesk({
    catalogue,
    nes: () => writer.nes,
    ledger,
    heartbeats,
    now: time.now,
    trouble: () => trouble.current,
  });
  // Last, and nothing is waited for behind it: what comes before somebody listens would be lost without a trace.
  const resync = (ne: string) => links.sync(ne) || (agents?.sync(ne, true) ?? false);
  const traps = await startTraps(parts, writer, resync, store, snmpUsers);
  const opened = openAgents(parts, { writer, snmpUsers, traps, heartbeats, ledger });
  agents = opened;
  accountFor(ledger, links, traps);
  const ledgerKeeping = keepLedger({
    ledger,
    store: store.lossLedger,
    kernelDrops: () => traps.receiver.dropped(),
    scheduler: time.scheduler,
    log,
  });
  return {
    links,
    agents: opened,
    traps,
    snmpUsers,
    ves,
    ledger,
    ledgerKeeping,
    submissions: [links.submissions$, opened.submissions$, traps.receiver.submissions$, ves.submissions$],
    follow: ({ journal, registry, tally }) => {
      positions.follow(journal);
      traps.follow(registry);
      heartbeats.follow(registry);
      ledger.follow(tally);
    },
    stop: async () => {
      heartbeats.stop();
      opened.close();
      await links.close();
      await traps.close();
    },
  };
}
