import type { LinkPosition } from '@omc/alarm';
import type { SchedulerLike } from 'rxjs';
import type { LinkCertificates } from './link-certificates.js';
import type { LinkLog } from './link-log.js';

/** How NE links are supervised. Durations are milliseconds. */
export interface LinkSettings {
  readonly handshakeIntervalMs: number;
  /** Unanswered handshakes in a row until an NE counts as disconnected. */
  readonly handshakeMisses: number;
  readonly reconnectIntervalMs: number;
  readonly dialsPerSecond: number;
}

/** What NE links need from outside. */
export interface LinkDependencies {
  /** Timers, and the time that events arrive at. */
  readonly scheduler: SchedulerLike;
  readonly settings: LinkSettings;
  /** How far an NE's events are in the database; undefined before its first contact. */
  positionOf(ne: string): LinkPosition | undefined;
  /** Whether the NE's alarm 301 is active; asked when it is added. */
  isDisconnected(ne: string): boolean;
  /** Whether an address may be dialled; everything, where it is left out. */
  mayDial?(address: string, port: number): boolean;
  /** With them NEs are dialled over TLS, unless an NE says otherwise. */
  readonly certificates?: LinkCertificates | undefined;
  readonly log: LinkLog;
}

/** Kinds of what an NE sent in vain, for counters. */
export type LinkRejectionReason =
  | 'bad-hello'
  | 'bad-line'
  | 'overlong-line'
  /** Events that were read when the link closed before they were on their way: not acked, so they come again. */
  | 'link-closed'
  /** Events that the writer could not keep: not acked, so they come again. */
  | 'not-stored';

/** Something that an NE sent in vain. */
export interface LinkRejection {
  readonly ne: string;
  readonly reason: LinkRejectionReason;
  /** What is wrong with it. */
  readonly detail: string;
  /** Its first 200 characters. */
  readonly sample: string;
  /** How many lines it is; one, unless told. */
  readonly lines?: number;
}
