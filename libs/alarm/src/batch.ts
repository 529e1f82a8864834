import type { AlarmChange } from './alarm.js';
import type { FilterScope, StoredFilter } from './filter.js';
import type { JournalEntry } from './journal.js';
import type { NetworkElement } from './ne.js';
import type { StoredTopology } from './topologies.js';

/** A change of what is registered: NEs, their topologies (which go with them), filters. */
export type RegistryWrite =
  | { readonly kind: 'put-ne'; readonly ne: NetworkElement }
  | { readonly kind: 'delete-ne'; readonly id: string }
  | ({ readonly kind: 'put-topology'; readonly by: string } & StoredTopology)
  | { readonly kind: 'put-filter'; readonly filter: StoredFilter; readonly by: string }
  | { readonly kind: 'delete-filter'; readonly scope: FilterScope };

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

/** What a batch counted: reports by what became of them. */
export type Tally = Map<string, number>;

/** Gathers what a batch of commands brings about, numbering it. */
export class BatchDraft {
  readonly journal: JournalEntry[] = [];
  readonly changes: AlarmChange[] = [];
  readonly registry: RegistryWrite[] = [];
  /** Reports by what became of them: `heard`, `duplicate`, or why they were refused. */
  readonly tally: Tally = new Map();
  /** When the decisions fell due that a deadline brought, for the measure of lateness. */
  readonly dueInstants: number[] = [];
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

  count(what: string, by = 1): void {
    this.tally.set(what, (this.tally.get(what) ?? 0) + by);
  }

  change(change: Omit<AlarmChange, 'seq'>): void {
    this.#changeSeq += 1;
    this.changes.push({ seq: this.#changeSeq, ...change });
  }
}
