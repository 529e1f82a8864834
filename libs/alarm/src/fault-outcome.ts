import type { RawState } from './report.js';

/** The name of a supervised key. */
export interface KeyName {
  readonly ne: string;
  readonly object: string;
  readonly alarmId: number;
}

/** What the journal keeps of one key: that its raw state changed, or that the hold-off decided. */
export interface KeyEntry extends KeyName {
  readonly kind: 'transition' | 'decision';
  /** Corrected event time, milliseconds since 1970; within a key it never goes back. */
  readonly at: number;
  readonly state: RawState;
}

/** One raw fault of a key, from its beginning to its end. */
export interface RawFault {
  readonly faultAt: number;
  /** Undefined while it is there at the end of the time that is looked at. */
  readonly endedAt: number | undefined;
  /** For how long the key was ok before it; undefined where that is not known. */
  readonly okForMs: number | undefined;
}

/**
 * What became of a raw fault: an alarm was raised for it; it belonged to an alarm that was still active when it
 * began; it ended and no alarm showed it; or nothing is decided at the end of the time that is looked at.
 */
export type FaultOutcome =
  | { readonly kind: 'raised'; readonly raisedAt: number }
  | { readonly kind: 'joined' }
  | { readonly kind: 'hidden' }
  | { readonly kind: 'pending' };

const joined: FaultOutcome = { kind: 'joined' };
const hidden: FaultOutcome = { kind: 'hidden' };
const pending: FaultOutcome = { kind: 'pending' };

/** The outcome of a fault of which is known when its alarm was raised, if one was, and whether one was there before. */
export function outcomeOf(raisedAt: number | undefined, wasActive: boolean, ended: boolean): FaultOutcome {
  if (raisedAt !== undefined) return { kind: 'raised', raisedAt };
  if (wasActive) return joined;
  return ended ? hidden : pending;
}

/** Follows the faults of one key, and tells of each what became of it. */
export interface FaultFollower {
  /** The key is in raw fault and in alarm since before what is told of it. */
  beginAlarmed(at: number): void;
  /** The raw state changed. */
  turn(state: RawState, at: number): void;
  /** It stands written that the alarm was raised or cleared. */
  decided(state: RawState, at: number): void;
  /** Time passes up to an instant. */
  pass(at: number): void;
  /** What became of the fault that is there, or of the one that ended with the last turn. */
  outcome(ended: boolean): FaultOutcome;
}
