import type { FilterRule } from './filter.js';
import type { Details, RawState } from './report.js';

/** What the journal keeps: everything that the hold-off depends on, in the order in which it happened. */
export const journalKinds = [
  /** A key changed its raw state. */
  'transition',
  /** A key went to ok because a sync no longer named its fault. */
  'resync',
  /** A repeated report brought other details, or came another way. */
  'details',
  /** The hold-off decided; replay applies it and never decides again. */
  'decision',
  /** How far an NE's numbered events are processed. */
  'position',
  /** An NE's windows wait, or go on. */
  'held',
  'heard',
  /** The OMC was started: all links are held. */
  'started',
  /** A filter was set to `rule`, or removed. */
  'filter',
  /** An NE was removed with all its keys. */
  'removed',
] as const;
export type JournalKind = (typeof journalKinds)[number];

/** One row of the journal. What does not apply to its kind is left out. */
export interface JournalEntry {
  /** Position in the journal of the writer's partition: gapless, in commit order. */
  readonly seq: number;
  readonly kind: JournalKind;
  readonly ne: string;
  readonly object?: string;
  readonly alarmId?: number;
  /** When it was so, in corrected event time. */
  readonly at: number;
  readonly state?: RawState;
  /** It came over the NE's link, so that its windows wait when that does. */
  readonly overLink?: boolean;
  readonly details?: Details;
  /** What a filter was set to; none where it was removed. */
  readonly rule?: FilterRule;
  /** The alarm that a decision raised or cleared. */
  readonly alarm?: string;
  readonly epoch?: string;
  readonly ackedSeq?: number;
  readonly seenSeq?: number;
}
