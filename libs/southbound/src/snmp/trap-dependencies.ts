import type { Clock } from '@omc/alarm';
import type { Notification, TrapMeaning } from '@omc/wire';
import type { NeDirectory } from './ne-directory.js';
import type { UsmParts, UsmRejectionReason } from './usm/usm-gate.js';

/** What the receiver of SNMP notifications needs from outside. */
export interface TrapDependencies {
  /** Address to listen on, IPv4 or IPv6. */
  readonly host: string;
  /** UDP port; 0: any that is free. */
  readonly port: number;
  /** Tells when a notification arrived, which is its event time. */
  readonly clock: Clock;
  /** Which NEs there are, and who may report for them. */
  readonly nes: NeDirectory;
  /** Whose messages of SNMPv3 are taken, and what tells old ones from new ones. */
  readonly usm: Omit<UsmParts, 'clock'>;
  /** What a notification means, by the rules in force. */
  meaningOf(notification: Notification): TrapMeaning;
  /** Whether an alarm of this type can be reported. */
  isReportable(alarmId: number): boolean;
  /** Asks an NE for all its faults, where it has a link that is up. */
  resync(ne: string): void;
  readonly log: { warn(facts: object, message: string): void };
}

/** Kinds of notifications that led to no report, for counters. */
export type TrapRejectionReason =
  /** Not SNMP, or an `omcAlarm` whose varbinds are wrong. */
  | 'malformed'
  /** Nothing says what it means. */
  | 'unmapped'
  | 'unknown-ne'
  /** Community not accepted. */
  | 'auth'
  | UsmRejectionReason
  /** The source may not report for this NE. */
  | 'not-allowed'
  /** A retransmitted inform: it counts once. */
  | 'duplicate'
  /** More are uncommitted than may be kept. */
  | 'overload'
  /** The writer could not keep it; an inform is not acknowledged and so sent again. */
  | 'not-stored';

/** A notification that led to no report. */
export interface TrapRejection {
  readonly source: 'snmp';
  readonly reason: TrapRejectionReason;
  readonly detail: string;
  /** Address and port of the sender. */
  readonly from: string;
  /** The notification as text, where it could be read. */
  readonly sample?: string;
  /** The notification itself, where nobody could say what it means or of which NE it is. */
  readonly notification?: Notification;
}

/** What became of notifications that were not rejected; each counts in one of them. */
export interface TrapOutcomes {
  /** They were reports, and are committed. */
  reports: number;
  /** A rule says that they are no alarms. */
  ignored: number;
  /** They led to a re-sync. */
  resync: number;
  /** Messages of SNMPv3 that ask for the OMC's engine id. */
  discovery: number;
}
