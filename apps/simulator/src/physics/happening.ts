import type { Details, RawState } from '@omc/alarm';

/** What an NE reports. `at` is milliseconds after the beginning; it is heard later where the link is down then. */
export interface ReportHappening extends Details {
  readonly kind: 'report';
  readonly at: number;
  readonly ne: string;
  readonly object: string;
  readonly alarmId: number;
  readonly state: RawState;
}

/**
 * The link between an NE and the OMC comes and goes. An NE that was restarted meanwhile has another epoch, and knows
 * no fault at first: what it had not told is lost.
 */
export interface LinkHappening {
  readonly kind: 'link';
  readonly at: number;
  readonly ne: string;
  readonly state: 'up' | 'down';
  /** Of a link that is up again. */
  readonly restarted: boolean;
}

/** Something that can be noticed from outside. */
export type Happening = ReportHappening | LinkHappening;
