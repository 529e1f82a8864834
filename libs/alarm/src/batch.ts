import type { Alarm, AlarmChange } from './alarm.js';
import type { AlarmComment } from './alarm-action.js';
import type { AlarmHolder } from './alarm-holder.js';
import type { AuditEntry } from './audit-entry.js';
import type { AutoAcknowledgement } from './auto-acknowledge.js';
import type { FilterScope, StoredFilter } from './filter.js';
import type { JournalEntry } from './journal.js';
import { LossTally } from './loss-tally.js';
import type { NetworkElement } from './ne.js';
import type { Shelf } from './shelving/shelf.js';
import type { StoredTopology } from './topologies.js';
import type { TypeSetting } from './type-settings.js';

/** A change of what stands beside the alarms: NEs, their topologies (which go with them), filters, comments; and who changed what. */
export type RegistryWrite =
  | { readonly kind: 'put-ne'; readonly ne: NetworkElement }
  | { readonly kind: 'delete-ne'; readonly id: string }
  | ({ readonly kind: 'put-topology'; readonly by: string } & StoredTopology)
  | { readonly kind: 'put-alarm-type'; readonly setting: TypeSetting; readonly by: string }
  | { readonly kind: 'put-filter'; readonly filter: StoredFilter; readonly by: string }
  | { readonly kind: 'delete-filter'; readonly scope: FilterScope }
  | { readonly kind: 'put-shelf'; readonly shelf: Shelf }
  | { readonly kind: 'delete-shelf'; readonly id: string }
  | { readonly kind: 'put-auto-acknowledgement'; readonly setting: AutoAcknowledgement; readonly by: string }
  | { readonly kind: 'add-comment'; readonly comment: AlarmComment }
  | { readonly kind: 'audit'; readonly entry: AuditEntry };

/** Everything that one transaction stores. */
export interface Batch {
  readonly journal: readonly JournalEntry[];
  readonly changes: readonly AlarmChange[];
  readonly registry: readonly RegistryWrite[];
}

/** Where the numbering of the journal and of the change log stands. */
export interface Sequences {
  readonly journalSeq: number;
  readonly changeSeq: number;
}

/** Gathers what a batch of commands brings about, numbering it. */
export class BatchDraft {
  readonly journal: JournalEntry[] = [];
  readonly changes: AlarmChange[] = [];
  /** Who has the alarm of each change. */
  readonly holders: AlarmHolder[] = [];
  readonly registry: RegistryWrite[] = [];
  /** Reports by what became of them. */
  readonly tally = new LossTally();
  /** When the decisions fell due that a deadline brought, for the measure of lateness. */
  readonly dueInstants: number[] = [];
  readonly #places = new Map<string, number>();
  #placed = 0;
  #journalSeq: number;
  #changeSeq: number;

  constructor(from: Sequences) {
    this.#journalSeq = from.journalSeq;
    this.#changeSeq = from.changeSeq;
  }

  get sequences(): Sequences {
    return { journalSeq: this.#journalSeq, changeSeq: this.#changeSeq };
  }

  record(entry: Omit<JournalEntry, 'seq'>): void {
    this.#journalSeq += 1;
    this.journal.push({ seq: this.#journalSeq, ...entry });
  }

  /** An alarm is another one now: `holder` has it from now on, or none where it is cleared. */
  change(holder: AlarmHolder, change: Omit<AlarmChange, 'seq' | 'before'>): void {
    const { alarm: before } = holder;
    holder.alarm = change.alarm.state === 'active' ? change.alarm : undefined;
    this.#changeSeq += 1;
    this.changes.push({ seq: this.#changeSeq, ...change, ...(before === undefined ? {} : { before }) });
    this.holders.push(holder);
  }

  /** An alarm as the batch leaves it so far; undefined where it did not change. */
  latest(id: string): Alarm | undefined {
    for (; this.#placed < this.changes.length; this.#placed++)
      this.#places.set(this.changes[this.#placed]?.alarm.id ?? '', this.#placed);
    return this.changes[this.#places.get(id) ?? -1]?.alarm;
  }

  /** Completes the change at a place, the last one of its alarm, with what was found out since. */
  amend(place: number, alarm: Alarm, facts: AlarmChange['facts']): void {
    const change = this.changes[place];
    const holder = this.holders[place];
    if (change === undefined || holder?.alarm !== change.alarm) throw new Error(`no last change at ${place}`);
    holder.alarm = alarm;
    this.changes[place] = { ...change, alarm, facts: { ...change.facts, ...facts } };
  }
}
