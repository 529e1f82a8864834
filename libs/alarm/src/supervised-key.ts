import type { Alarm } from './alarm.js';
import type { AlarmType } from './catalogue.js';
import type { Waiting } from './deadlines.js';
import { atRest, type HoldOffState } from './hold-off.js';
import type { KeyIndex } from './key-index.js';
import type { LinkPosition } from './ne.js';
import type { Details } from './report.js';
import type { Windows } from './windows.js';

/** What the writer knows of one NE. */
export interface SupervisedNe {
  readonly id: string;
  /** Windows of keys reported over the link wait: it is closed, paused or not read to its end. */
  held: boolean;
  position: LinkPosition | undefined;
  /** Everything from here to `position.seenSeq` was seen; what lies before it may have a hole. */
  unbrokenFrom: number;
  /** The open 301, while the NE is disconnected. */
  disconnection: Alarm | undefined;
  readonly keys: KeyIndex<SupervisedKey>;
}

/** Windows that a change of the filter has replaced, and when. */
export interface Superseded {
  readonly windows: Windows;
  readonly until: number;
}

/** What the writer knows of one supervised key that is not at rest. Mutable: there may be a million. */
export class SupervisedKey implements Waiting {
  dueAt = Number.POSITIVE_INFINITY;
  place = -1;
  state: HoldOffState = atRest;
  alarm: Alarm | undefined;
  details: Details = {};
  /** Raw reports since the fault began that is there now, or that the alarm began with. */
  reports = 0;
  overLink = false;
  /** The last ok came from a sync. */
  resynced = false;
  /** While the link is held: the windows by which the time before a change of the filter is still to be decided, oldest first. */
  superseded: readonly Superseded[] = [];

  constructor(
    readonly ne: SupervisedNe,
    readonly object: string,
    readonly type: AlarmType,
  ) {}

  /** Whether decisions wait for the NE's link. */
  get waits(): boolean {
    return this.overLink && this.ne.held;
  }

  /** Keeps the windows that are being replaced, for the time until now. */
  supersede(windows: Windows, until: number): void {
    this.superseded = [...this.superseded, { windows, until }];
  }

  /** Drops the replaced windows whose time is over at an instant that was heard of. */
  outlive(at: number): void {
    if (this.superseded.length > 0) this.superseded = this.superseded.filter(({ until }) => until > at);
  }
}

/** Where a key stands: nothing open, in its create window, alarmed, alarmed in its restore window. */
export type Phase = 'rest' | 'pending-raise' | 'active' | 'pending-clear';

export function phaseOf({ raw, settled, quiet }: HoldOffState): Phase {
  if (settled === 'fault') return raw === 'fault' ? 'active' : 'pending-clear';
  return raw === 'fault' && !quiet ? 'pending-raise' : 'rest';
}
