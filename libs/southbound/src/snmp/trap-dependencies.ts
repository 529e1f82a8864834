import type { Clock } from '@omc/alarm';

/** What the receiver of SNMP notifications needs from outside. */
export interface TrapDependencies {
  /** Address to listen on, IPv4 or IPv6. */
  readonly host: string;
  /** UDP port; 0: any that is free. */
  readonly port: number;
  /** Communities accepted with v1 and v2c; `public` only ever from loopback. */
  readonly communities: readonly string[];
  /** Tells when a notification arrived, which is its event time. */
  readonly clock: Clock;
  isRegistered(ne: string): boolean;
  /** Whether a v1 or v2c source may report for an NE. */
  mayReport(address: string, ne: string): boolean;
  /** The NE that a source stands for where the notification names none. */
  neAt?(address: string): string | undefined;
  readonly log: { warn(facts: object, message: string): void };
}

/** Kinds of notifications that led to no report, for counters. */
export type TrapRejectionReason =
  /** Not SNMP, or an `omcAlarm` whose varbinds are wrong. */
  | 'malformed'
  /** Nothing says what it means. */
  | 'unmapped'
  | 'unknown-ne'
  /** Community or version not accepted. */
  | 'auth'
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
}
