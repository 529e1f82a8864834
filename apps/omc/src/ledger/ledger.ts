import { type LossTally, type ReportOrigin, type ReportSource, reportSources } from '@omc/alarm';
import type { LedgerEntry, StoredLedger } from '@omc/store';
import { type BookChanges, LossBook } from './loss-book.js';

/** What a way in counts by itself, since the start of this process. */
export interface IntakeCounts {
  /** All that came: events and what claims to be one, datagrams, VES events. */
  received(): number;
  /** What was understood and is no report: it asked for something else, or is no alarm by rule. */
  obeyed?(): number;
}

/** Of one way in: received = processed + rejected + underWay, always. */
export interface SourceTotals {
  readonly source: ReportSource;
  readonly received: number;
  readonly processed: number;
  readonly rejected: number;
  /** Received, and neither committed nor rejected yet. */
  readonly underWay: number;
}

/** What is to be stored since the last time. */
export interface LedgerChanges extends BookChanges {
  readonly processed: ReadonlyMap<ReportSource, number>;
}

/** Never read by the OMC, but known to have been sent: received, and lost. */
const NEVER_READ: ReadonlySet<string> = new Set(['gap', 'kernel-drop']);

/** Accounts for everything that comes in: what was processed, and what was not, by sender and reason. */
export class Ledger {
  readonly #now: () => number;
  readonly #book: LossBook;
  readonly #stored: StoredLedger;
  readonly #watched = new Map<ReportSource, IntakeCounts>();
  readonly #unread = new Map<ReportSource, number>();
  readonly #heard = new Map<ReportSource, number>();
  readonly #rejected = new Map<ReportSource, Map<string, number>>();

  constructor(stored: StoredLedger, now: () => number) {
    this.#stored = stored;
    this.#book = new LossBook(stored.entries);
    this.#now = now;
  }

  /** From now on a way in is asked for its own counts. */
  watch(source: ReportSource, counts: IntakeCounts): void {
    this.#watched.set(source, counts);
  }

  /** Counts what came in and is not processed. */
  lose(origin: ReportOrigin, reason: string, samples: readonly string[], count = 1): void {
    if (count <= 0) return;
    const { source } = origin;
    // What a sync tells is counted by the writer alone.
    if (NEVER_READ.has(reason) || source === 'sync') add(this.#unread, source, count);
    const reasons = this.#rejected.get(source) ?? new Map<string, number>();
    add(reasons, reason, count);
    this.#rejected.set(source, reasons);
    this.#book.add(origin, reason, count, samples, this.#now());
  }

  /** Counts what became of the reports of a committed batch. */
  follow(tally: LossTally): void {
    for (const [source, count] of tally.heard) {
      add(this.#heard, source, count);
      if (source === 'sync') add(this.#unread, source, count);
    }
    for (const { reason, count, samples, ...origin } of tally.losses)
      this.lose(origin, reason, samples, count);
  }

  /** The last heard first. */
  entries(): LedgerEntry[] {
    return this.#book.list();
  }

  /** Rejections since the start of this process, by way in and reason. */
  rejections(): ReadonlyMap<ReportSource, ReadonlyMap<string, number>> {
    return this.#rejected;
  }

  /** Since the start of this process. */
  sinceStart(): SourceTotals[] {
    return reportSources.map((source) => this.#totalsOf(source));
  }

  /** Since the ledger began. */
  totals(): SourceTotals[] {
    const before = new Map<ReportSource, number>();
    for (const { source, count } of this.#stored.entries) add(before, source, count);
    return this.sinceStart().map(({ source, received, processed, rejected, underWay }) => {
      const processedBefore = this.#stored.processed.get(source) ?? 0;
      const rejectedBefore = before.get(source) ?? 0;
      return {
        source,
        received: received + processedBefore + rejectedBefore,
        processed: processed + processedBefore,
        rejected: rejected + rejectedBefore,
        underWay,
      };
    });
  }

  takeChanges(): LedgerChanges {
    const processed = new Map(this.totals().map((each) => [each.source, each.processed]));
    return { ...this.#book.takeChanges(), processed };
  }

  /** What was taken could not be stored: it is to be stored with the next. */
  putBack(changes: LedgerChanges): void {
    this.#book.putBack(changes);
  }

  #totalsOf(source: ReportSource): SourceTotals {
    const watched = this.#watched.get(source);
    const received = (watched?.received() ?? 0) + (this.#unread.get(source) ?? 0);
    const processed = (this.#heard.get(source) ?? 0) + (watched?.obeyed?.() ?? 0);
    let rejected = 0;
    for (const count of this.#rejected.get(source)?.values() ?? []) rejected += count;
    return { source, received, processed, rejected, underWay: received - processed - rejected };
  }
}

function add<Key>(counts: Map<Key, number>, key: Key, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}
