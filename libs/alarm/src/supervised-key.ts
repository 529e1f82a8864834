import type { Alarm } from './alarm.js';
import type { AlarmHolder } from './alarm-holder.js';
import type { AlarmType } from './catalogue.js';
import type { Waiting } from './deadlines.js';
import type { HoldOffState } from './hold-off.js';
import type { KeyIndex } from './key-index.js';
import type { KeyTable } from './key-table.js';
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
  readonly disconnection: AlarmHolder;
  readonly keys: KeyIndex<SupervisedKey>;
}

/** Windows that a change of the filter has replaced, and when. */
export interface Superseded {
  readonly windows: Windows;
  readonly until: number;
}

const NO_ROW = -1;
const NOTHING: readonly never[] = [];
const NOTHING_TOLD: Details = {};

/**
 * What the writer knows of one supervised key that is not at rest. Mutable: there may be a million, so what is a number
 * is kept in a table, and what is rarely there in shared constants.
 */
export class SupervisedKey implements Waiting, AlarmHolder {
  readonly #table: KeyTable;
  #row: number;
  #past: readonly number[] = NOTHING;
  alarm: Alarm | undefined;
  details: Details = NOTHING_TOLD;
  /** While the link is held: the windows by which the time before a change of the filter is still to be decided, oldest first. */
  superseded: readonly Superseded[] = NOTHING;

  constructor(
    readonly ne: SupervisedNe,
    readonly object: string,
    readonly type: AlarmType,
    table: KeyTable,
  ) {
    this.#table = table;
    this.#row = table.take();
  }

  /** The hold-off of this key, made anew each time. */
  get state(): HoldOffState {
    const table = this.#table;
    const row = this.#row;
    return {
      raw: table.raw(row),
      since: table.since(row),
      past: this.#past,
      settled: table.settled(row),
      decidedAt: table.decidedAt(row),
      quiet: table.quiet(row),
    };
  }

  set state(state: HoldOffState) {
    this.#past = state.past.length === 0 ? NOTHING : state.past;
    this.#table.put(this.#row, state);
  }

  get dueAt(): number {
    return this.#table.dueAt(this.#row);
  }

  set dueAt(at: number) {
    this.#table.setDueAt(this.#row, at);
  }

  get place(): number {
    return this.#table.place(this.#row);
  }

  set place(place: number) {
    this.#table.setPlace(this.#row, place);
  }

  /** Raw reports since the fault began that is there now, or that the alarm began with. */
  get reports(): number {
    return this.#table.reports(this.#row);
  }

  set reports(reports: number) {
    this.#table.setReports(this.#row, reports);
  }

  /** Its last report came over the NE's link. */
  get overLink(): boolean {
    return this.#table.overLink(this.#row);
  }

  set overLink(is: boolean) {
    this.#table.setOverLink(this.#row, is);
  }

  /** The last ok came from a sync. */
  get resynced(): boolean {
    return this.#table.resynced(this.#row);
  }

  set resynced(is: boolean) {
    this.#table.setResynced(this.#row, is);
  }

  /** Whether decisions wait for the NE's link. */
  get waits(): boolean {
    return this.overLink && this.ne.held;
  }

  /** Gives back what the key has of the table; from then on it reads as one at rest. */
  release(): void {
    if (this.#row >= 0) this.#table.giveBack(this.#row);
    this.#row = NO_ROW;
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

/** A key as the journal names it. */
export function nameOf(key: SupervisedKey): { ne: string; object: string; alarmId: number } {
  return { ne: key.ne.id, object: key.object, alarmId: key.type.alarmId };
}
