import { type AlarmWriter, type OmcTrouble, omcTroubles } from '@omc/alarm';
import type { Store } from '@omc/store';
import type { PasswordChecks } from '../access/password-checks.js';
import type { AlarmOffice } from '../alarm-office.js';
import type { OmcParts } from '../omc-parts.js';
import type { WaysIn } from '../southbound/ways-in.js';
import { Metrics } from './metrics.js';

/** What the OMC knows of its own health at a scrape. */
export interface Health {
  readonly isReady: () => boolean;
  readonly troubles: () => readonly OmcTrouble[];
  readonly database: Pick<Store, 'searchIndex' | 'rights'>;
}

/** The metrics of an OMC, read from its parts. */
export function metricsOf(
  { trapRules }: OmcParts,
  { agents, ledger, ledgerKeeping, links, traps, ves }: WaysIn,
  office: AlarmOffice,
  writer: AlarmWriter,
  checks: PasswordChecks,
  health: Health,
): Metrics {
  return new Metrics({
    ledger,
    activeBySeverity: () => office.summary(null).bySeverity,
    pending: () => writer.pending,
    links: () => {
      const [overLinks, bySnmp] = [links.counts(), agents.counts()];
      return {
        connecting: overLinks.connecting + bySnmp.connecting,
        connected: overLinks.connected + bySnmp.connected,
        disconnected: overLinks.disconnected + bySnmp.disconnected,
      };
    },
    queues: () => ({
      'link-events': links.uncommitted,
      traps: traps.receiver.uncommitted,
      ves: ves.uncommitted,
    }),
    traps: () => ({ received: traps.receiver.received(), ...traps.receiver.outcomes() }),
    readDrops: () => ledgerKeeping.readDrops(),
    nes: () => writer.nes.size,
    shelves: () => {
      const { active, endsSoon } = office.summary(null).shelves;
      return { active, 'ends-soon': endsSoon };
    },
    shelvedAlarms: () => office.summary(null).shelved,
    database: () => ({
      'search-index': health.database.searchIndex.isThere ? 1 : 0,
      'least-rights': health.database.rights.areLeast ? 1 : 0,
    }),
    ready: () => (health.isReady() ? 1 : 0),
    troubles: () => {
      const open = health.troubles();
      return Object.fromEntries(omcTroubles.map((trouble) => [trouble, open.includes(trouble) ? 1 : 0]));
    },
    passwordChecks: () => checks.count,
    trapMapFaults: () => trapRules.faults.length,
  });
}
