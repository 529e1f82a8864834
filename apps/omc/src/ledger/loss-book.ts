import { MAX_LOSS_SAMPLES, type ReportOrigin } from '@omc/alarm';
import type { LedgerEntry } from '@omc/store';
import { printable } from '../printable.js';

/** Entries of one way in; beyond, further senders are counted together, so that no flood crowds out the others. */
export const MOST_ENTRIES = 2_000;
/** The sender of what is counted together. */
export const OTHER_SENDERS = '(other)';
/** An entry that was silent for so long gives its place to a new one. */
const SILENT_MS = 24 * 3_600_000;
const MOST_SAMPLE = 200;

type Key = Pick<LedgerEntry, 'source' | 'from' | 'reason'>;

/** What is to be stored since the last time. */
export interface BookChanges {
  readonly changed: readonly LedgerEntry[];
  readonly forgotten: readonly Key[];
}

/** The entries of the ledger, bounded; knows what is yet to be stored. */
export class LossBook {
  /** By way in; of each the longest silent first. */
  readonly #kept = new Map<string, Map<string, LedgerEntry>>();
  readonly #changed = new Map<string, Key>();

  constructor(stored: readonly LedgerEntry[]) {
    for (const entry of stored) this.#entriesOf(entry.source).set(keyOf(entry), entry);
  }

  /** The last heard first. */
  list(): LedgerEntry[] {
    const all = [...this.#kept.values()].flatMap((entries) => [...entries.values()]);
    return all.sort((a, b) => b.lastAt - a.lastAt || (keyOf(a) < keyOf(b) ? -1 : 1));
  }

  /** Counts what was lost, with samples of it. */
  add(
    { source, from }: ReportOrigin,
    reason: string,
    count: number,
    samples: readonly string[],
    at: number,
  ): void {
    const told = { source, from: printable(from, MOST_SAMPLE), reason };
    const key = this.#hasRoomFor(told, at) ? told : { ...told, from: OTHER_SENDERS };
    const known = this.#find(key);
    const fresh = samples.map((text) => ({ at, text: printable(text, MOST_SAMPLE) }));
    this.#keep({
      ...key,
      count: (known?.count ?? 0) + count,
      firstAt: known?.firstAt ?? at,
      lastAt: at,
      samples: [...(known?.samples ?? []), ...fresh].slice(-MAX_LOSS_SAMPLES),
    });
  }

  takeChanges(): BookChanges {
    const keys = [...this.#changed.values()];
    this.#changed.clear();
    return {
      changed: keys.flatMap((key) => this.#find(key) ?? []),
      forgotten: keys.filter((key) => this.#find(key) === undefined),
    };
  }

  /** What was taken could not be stored: it is to be stored with the next. */
  putBack({ changed, forgotten }: BookChanges): void {
    for (const key of [...changed, ...forgotten]) this.#changed.set(keyOf(key), key);
  }

  /** Whether a sender is known, or can be: perhaps in the place of one that is silent for long. */
  #hasRoomFor(key: Key, at: number): boolean {
    const entries = this.#entriesOf(key.source);
    if (entries.has(keyOf(key)) || entries.size < MOST_ENTRIES) return true;
    const silent = longestSilent(entries);
    if (silent === undefined || at - silent.lastAt < SILENT_MS) return false;
    entries.delete(keyOf(silent));
    this.#changed.set(keyOf(silent), silent);
    this.#merge(silent);
    return true;
  }

  /** What a silent sender lost stays counted among the others. */
  #merge({ source, reason, ...silent }: LedgerEntry): void {
    const key = { source, reason, from: OTHER_SENDERS };
    const known = this.#find(key);
    this.#keep({
      ...key,
      count: (known?.count ?? 0) + silent.count,
      firstAt: Math.min(known?.firstAt ?? silent.firstAt, silent.firstAt),
      lastAt: Math.max(known?.lastAt ?? 0, silent.lastAt),
      samples: known?.samples ?? silent.samples,
    });
  }

  #keep(entry: LedgerEntry): void {
    const entries = this.#entriesOf(entry.source);
    const key = keyOf(entry);
    entries.delete(key);
    entries.set(key, entry);
    this.#changed.set(key, entry);
  }

  #find(key: Key): LedgerEntry | undefined {
    return this.#kept.get(key.source)?.get(keyOf(key));
  }

  #entriesOf(source: string): Map<string, LedgerEntry> {
    const known = this.#kept.get(source) ?? new Map<string, LedgerEntry>();
    this.#kept.set(source, known);
    return known;
  }
}

function longestSilent(entries: ReadonlyMap<string, LedgerEntry>): LedgerEntry | undefined {
  for (const entry of entries.values()) if (entry.from !== OTHER_SENDERS) return entry;
  return undefined;
}

/** Where an entry stands in lists of one instant. */
export function keyOf({ source, reason, from }: Key): string {
  return `${source} ${reason} ${from}`;
}
