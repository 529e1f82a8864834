import type { AlarmSummary, LiveError } from '@omc/api';
import type { Severity } from './severity.js';

/** What the console can honestly say of its live data. Instants are milliseconds since 1970. */
export interface LiveStatus {
  readonly link: 'connecting' | 'connected' | 'reconnecting';
  /** When the link was lost, while it is. */
  readonly lostAt: number | null;
  /** When the OMC was last heard. */
  readonly heardAt: number | null;
  /** `filling`: a snapshot is coming in parts. `ready` stays while the link is lost: the rows are as of `heardAt`. */
  readonly list: 'loading' | 'filling' | 'ready' | 'refused';
  readonly refusal: LiveError['error'] | null;
  readonly size: number;
  readonly counts: Readonly<Record<Severity, number>>;
  /** With a live window: how many alarms match in all. */
  readonly total: number | null;
  /** Numbers the snapshots: with each, what was added to the list by hand is gone. */
  readonly snapshots: number;
  readonly summary: AlarmSummary | null;
}

/** Before anything was heard. */
export const silent: LiveStatus = {
  link: 'connecting',
  lostAt: null,
  heardAt: null,
  list: 'loading',
  refusal: null,
  size: 0,
  counts: { critical: 0, major: 0, minor: 0, warning: 0, indeterminate: 0 },
  total: null,
  snapshots: 0,
  summary: null,
};
