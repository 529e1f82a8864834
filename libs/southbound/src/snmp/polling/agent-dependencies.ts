import type { NetworkElement } from '@omc/alarm';
import type { Notification, TrapMeaning } from '@omc/wire';
import type { SchedulerLike } from 'rxjs';
import type { LinkSettings } from '../../ne-link/link-dependencies.js';
import type { UsmUsers } from '../usm/usm-users.js';
import type { SnmpCredentials } from './snmp-target.js';

/** What asking an agent for all its faults needs from outside. */
export interface ResyncDependencies {
  readonly scheduler: SchedulerLike;
  /** What a notification means, by the rules in force. */
  meaningOf(notification: Notification): TrapMeaning;
  /** Whether an alarm of this type can be reported. */
  isReportable(alarmId: number): boolean;
  /** An alarm that an agent lists and no rule maps. */
  unmapped(ne: string, notification: Notification, detail: string): void;
  readonly log: { warn(facts: object, message: string): void; info(facts: object, message: string): void };
}

/** What supervising NEs by SNMP needs from outside. */
export interface AgentDependencies extends ResyncDependencies {
  /** They are asked as NE links are dialled and handshakes sent. */
  readonly settings: LinkSettings;
  /** Whose keys are used with SNMPv3. */
  readonly users: UsmUsers;
  /** Whether the NE's alarm 301 is active; asked when it is added. */
  isDisconnected(ne: string): boolean;
  /** Whether an NE is supervised in another way: then it is not asked. */
  isSupervised(ne: string): boolean;
  /** Whether an address may be asked. */
  mayAsk(address: string, port: number): boolean;
  /** By which community or user an NE is asked. */
  credentialsOf(ne: NetworkElement): SnmpCredentials;
}
