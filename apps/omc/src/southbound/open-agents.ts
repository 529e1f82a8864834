import type { AlarmWriter, NetworkElement } from '@omc/alarm';
import { SnmpAgents, type SnmpCredentials } from '@omc/southbound';
import type { Ledger } from '../ledger/ledger.js';
import type { OmcParts } from '../omc-parts.js';
import type { SnmpUsers } from '../snmp/snmp-users.js';
import type { Traps } from '../traps/start-traps.js';
import type { HeartbeatWatch } from '../ves/heartbeat-watch.js';
import { isReachable, supervisionOf } from './supervision-of.js';

/** What supervision by SNMP needs of the other ways in. */
export interface AgentSurroundings {
  readonly writer: AlarmWriter;
  readonly snmpUsers: SnmpUsers;
  readonly traps: Traps;
  readonly heartbeats: Pick<HeartbeatWatch, 'has'>;
  readonly ledger: Pick<Ledger, 'lose'>;
}

/** The supervision of NEs by SNMP as configured; none is asked yet. */
export function openAgents(
  { configuration, time, log }: OmcParts,
  { writer, snmpUsers, traps, heartbeats, ledger }: AgentSurroundings,
): SnmpAgents {
  return new SnmpAgents({
    scheduler: time.scheduler,
    settings: supervisionOf(configuration),
    users: snmpUsers.usm.users,
    isDisconnected: (ne) => writer.isDisconnected(ne),
    isSupervised: (ne) => heartbeats.has(ne),
    mayAsk: (address, port) => isReachable(address, port, configuration),
    credentialsOf: (ne) => credentialsOf(ne, configuration.OMC_SNMP_COMMUNITIES),
    meaningOf: traps.meaningOf,
    isReportable: traps.isReportable,
    unmapped: (ne, notification, detail) => {
      traps.unmapped.add({ source: 'snmp', reason: 'unmapped', detail, from: ne, notification }, time.now());
      ledger.lose({ source: 'sync', from: ne }, 'unmapped', [detail]);
    },
    log,
  });
}

/** A user where one is set, else the NE's own community, else the first of the OMC's. */
function credentialsOf({ snmp }: NetworkElement, communities: readonly string[]): SnmpCredentials {
  if (snmp?.user !== undefined) return { user: snmp.user };
  return { community: snmp?.community ?? communities[0] ?? 'public' };
}
