import { Instants } from './instants.js';

/** How the OMC tells that it is cut off. Durations are milliseconds. */
export interface CutOffSettings {
  /** From one handshake of an NE to the next. */
  readonly intervalMs: number;
  /** How long after the end an NE that was missing has to come back before its disconnection speaks for something else. */
  readonly graceMs: number;
}

/** What a batch changed. */
export interface CutOffSettlement {
  readonly turn: 'begun' | 'ended' | undefined;
  /** When the first of the misses was due that speak for it. */
  readonly sinceAt: number;
  readonly missing: number;
  readonly nes: number;
  /** NEs that it explains, or shields, otherwise than before. */
  readonly touched: readonly string[];
}

const LEAST = 20;
/** 80 %, in whole numbers. */
const SHARE = { of: 5, atLeast: 4 } as const;

/**
 * Tells when the OMC itself is cut off: at least 20 and 80 % of all NEs with a link began to miss handshakes within
 * one interval. It lasts while as many are missing; the NEs that miss since it began are explained by it.
 */
export class CutOff {
  readonly #settings: CutOffSettings;
  readonly #nes = new Set<string>();
  readonly #missing = new Map<string, number>();
  readonly #instants = new Instants();
  #sinceAt: number | undefined;
  /** Explained by one that is over, and still missing. */
  readonly #lingering = new Set<string>();
  #lingerUntil = Number.POSITIVE_INFINITY;
  readonly #touched = new Set<string>();

  constructor(settings: CutOffSettings) {
    this.#settings = settings;
  }

  /** An NE with a link is there. */
  supervise(ne: string): void {
    this.#nes.add(ne);
  }

  /** The NE is no more. */
  forget(ne: string): void {
    this.answer(ne);
    this.#nes.delete(ne);
  }

  /** The NE has not answered, since a handshake that was due then. Only the first of a run counts. */
  miss(ne: string, at: number): void {
    if (!this.#nes.has(ne) || this.#missing.has(ne)) return;
    this.#missing.set(ne, at);
    this.#instants.add(at);
    this.#touched.add(ne);
  }

  /** The NE answers. */
  answer(ne: string): void {
    const at = this.#missing.get(ne);
    if (at === undefined) return;
    this.#missing.delete(ne);
    this.#instants.remove(at);
    this.#lingering.delete(ne);
    this.#touched.add(ne);
  }

  /** Goes on with a cut-off from before a restart: every NE counts as missing since then until it answers. */
  resume(sinceAt: number): void {
    this.#sinceAt = sinceAt;
    for (const ne of this.#nes) this.miss(ne, sinceAt);
  }

  /** Whether the NE is missing because the OMC is cut off. */
  explains(ne: string): boolean {
    return (
      this.#sinceAt !== undefined && (this.#missing.get(ne) ?? Number.NEGATIVE_INFINITY) >= this.#sinceAt
    );
  }

  /** Whether nothing else may be inferred from the NE's disconnection. */
  shields(ne: string): boolean {
    return this.#lingering.has(ne) || this.explains(ne);
  }

  /** What follows from all that was said since the last time. */
  settle(now: number): CutOffSettlement {
    if (now >= this.#lingerUntil) this.#release();
    const turn = this.#turn(now);
    const touched = [...this.#touched];
    this.#touched.clear();
    const sinceAt = this.#sinceAt ?? Number.NaN;
    return { turn, sinceAt, missing: this.#missing.size, nes: this.#nes.size, touched };
  }

  #turn(now: number): CutOffSettlement['turn'] {
    if (this.#sinceAt !== undefined) {
      if (this.#areEnough(this.#missing.size)) return undefined;
      this.#end(now);
      return 'ended';
    }
    if (!this.#areEnough(this.#missing.size)) return undefined;
    const { count, sinceAt } = this.#instants.mostWithin(this.#settings.intervalMs);
    if (!this.#areEnough(count)) return undefined;
    this.#sinceAt = sinceAt;
    this.#touchExplained();
    return 'begun';
  }

  #end(now: number): void {
    this.#touchExplained();
    for (const ne of this.#missing.keys()) if (this.explains(ne)) this.#lingering.add(ne);
    this.#lingerUntil = now + this.#settings.graceMs;
    this.#sinceAt = undefined;
  }

  #release(): void {
    for (const ne of this.#lingering) this.#touched.add(ne);
    this.#lingering.clear();
    this.#lingerUntil = Number.POSITIVE_INFINITY;
  }

  #touchExplained(): void {
    for (const ne of this.#missing.keys()) if (this.explains(ne)) this.#touched.add(ne);
  }

  #areEnough(count: number): boolean {
    return count >= LEAST && count * SHARE.of >= this.#nes.size * SHARE.atLeast;
  }
}
