import type { Info, RawState, Severity } from '@omc/alarm';

/** The longest line of the NE link, in bytes, its end not counted. */
export const MAX_LINE_BYTES = 64 * 1024;

/** What the OMC sends over the NE link, one JSON object a line. */
export type OmcMessage =
  | {
      readonly t: 'hello';
      readonly ver: 1;
      readonly ne: string;
      readonly ackedSeq: number | null;
      readonly ackedEpoch: string | null;
    }
  | { readonly t: 'handshake'; readonly id: number }
  | { readonly t: 'ack'; readonly seq: number }
  | { readonly t: 'sync'; readonly id: number }
  | { readonly t: 'error'; readonly line: string; readonly reason: string };

/** The NE's greeting. `epoch` changes when its numbering restarts; `firstSeq` is the oldest event it still holds. */
export interface NeHello {
  readonly t: 'hello';
  readonly ver: 1;
  readonly ne: string;
  /** NE's clock, milliseconds since 1970 UTC. */
  readonly time: number;
  readonly epoch: string;
  readonly firstSeq: number;
  readonly lastSeq: number;
}

/** The answer to a handshake. */
export interface NeHandshake {
  readonly t: 'handshake';
  readonly id: number;
  readonly time: number;
}

/** A raw report, in NE time. */
export interface NeEvent {
  readonly t: 'event';
  readonly seq: number;
  readonly time: number;
  readonly object: string;
  readonly alarmId: number;
  readonly state: RawState;
  readonly severity?: Severity;
  readonly text?: string;
  readonly info?: Info;
}

/** A fault that the NE has, as it tells in a sync, in NE time. */
export interface NeFault {
  readonly object: string;
  readonly alarmId: number;
  readonly since: number;
  readonly severity?: Severity;
  readonly text?: string;
  readonly info?: Info;
}

/** The answer to a sync, or a part of it while `more`. */
export interface NeSync {
  readonly t: 'sync';
  readonly id: number;
  readonly seq: number;
  readonly faults: readonly NeFault[];
  readonly more: boolean;
}

/** What an NE sends over the NE link. Instants are NE time in milliseconds; on the wire they are RFC 3339. */
export type NeMessage = NeHello | NeHandshake | NeEvent | NeSync;
