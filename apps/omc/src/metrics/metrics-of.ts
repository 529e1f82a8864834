import type { AlarmWriter } from '@omc/alarm';
import type { PasswordChecks } from '../access/password-checks.js';
import type { ActiveCounts } from '../live/active-counts.js';
import type { OmcParts } from '../omc-parts.js';
import type { WaysIn } from '../southbound/ways-in.js';
import { Metrics } from './metrics.js';

/** The metrics of an OMC, read from its parts. */
export function metricsOf(
  { trapRules }: OmcParts,
  { agents, ledger, ledgerKeeping, links, traps, ves }: WaysIn,
  counts: ActiveCounts,
  writer: AlarmWriter,
  checks: PasswordChecks,
): Metrics {
  return new Metrics({
    ledger,
    activeBySeverity: () => counts.summary().bySeverity,
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
    passwordChecks: () => checks.count,
    trapMapFaults: () => trapRules.faults.length,
  });
}
