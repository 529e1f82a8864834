import type { Severity } from './severity.js';

/** What a device says of one supervised key: it is in fault, or it is not. */
export type RawState = 'fault' | 'ok';

/** Further facts of a report, as the device sent them. */
export type Info = Readonly<Record<string, unknown>>;

/** What may come with a report and is shown with its alarm. */
export interface Details {
  readonly severity?: Severity;
  readonly text?: string;
  readonly info?: Info;
}

/** The one shape of a report, whatever way it came in. Instants are milliseconds since 1970 UTC. */
export interface Report extends Details {
  readonly ne: string;
  readonly object: string;
  readonly alarmId: number;
  readonly state: RawState;
  /** Event time, corrected by the NE's clock offset, never later than `arrivedAt`. */
  readonly at: number;
  readonly arrivedAt: number;
}
