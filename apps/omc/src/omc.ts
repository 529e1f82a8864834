import type { Actor, AlarmWriter, Catalogue, Command, CommandResult, OmcTrouble } from '@omc/alarm';
import type { NeLinks, SnmpAgents } from '@omc/southbound';
import type { Store } from '@omc/store';
import type { Logger } from 'pino';
import type { Observable, SchedulerLike } from 'rxjs';
import type { OpenedAccess } from './access/open-access.js';
import type { AlarmOffice } from './alarm-office.js';
import type { Configuration } from './configuration/configuration.js';
import type { FacetDesk } from './facets/facet-desk.js';
import type { Ledger } from './ledger/ledger.js';
import type { LiveAlarms } from './live/live-alarms.js';
import type { Metrics } from './metrics/metrics.js';
import type { DecidedBatch } from './pipeline/decided.js';
import type { SnmpUsers } from './snmp/snmp-users.js';
import type { FilterStudies } from './studies/filter-studies.js';
import type { Traps } from './traps/start-traps.js';
import type { VesDesk } from './ves/ves-desk.js';

/** Under this token Nest hands the OMC to what serves it. */
export const OMC = Symbol('OMC');

/** The OMC at work, as its faces (HTTP, socket.io, MML) see it. */
export interface Omc extends OpenedAccess {
  readonly configuration: Configuration;
  readonly log: Logger;
  readonly catalogue: Catalogue;
  readonly store: Store;
  readonly writer: AlarmWriter;
  readonly office: AlarmOffice;
  readonly facets: FacetDesk;
  readonly studies: FilterStudies;
  readonly live: LiveAlarms;
  readonly links: NeLinks;
  readonly agents: SnmpAgents;
  readonly ves: VesDesk;
  readonly traps: Traps;
  readonly snmpUsers: SnmpUsers;
  readonly metrics: Metrics;
  /** Accounts for everything that comes in. */
  readonly ledger: Ledger;
  readonly committed$: Observable<DecidedBatch>;
  /** The time that everything goes by, milliseconds since 1970 UTC. */
  readonly now: () => number;
  readonly scheduler: SchedulerLike;
  /**
   * Asks the single writer for something on somebody's behalf; answered after the commit, which holds the audit log's
   * entry, too. What lies outside the actor's scope is refused.
   */
  do(command: Command, actor: Actor): Promise<CommandResult>;
  /** Why the database does not answer just now; undefined while it does. */
  readonly databaseTrouble: () => Error | undefined;
  /** Since when the batch that is being committed is; undefined while none is. */
  readonly committingSince: () => number | undefined;
  /** What the OMC itself is short of just now. */
  readonly troubles: () => readonly OmcTrouble[];
  stop(): Promise<void>;
}
