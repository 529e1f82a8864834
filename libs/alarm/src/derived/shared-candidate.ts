import { Instants } from './instants.js';

/** The disconnections count that lie within this of each other. */
const SPAN_MS = 4 * 60_000;
const LEAST = 3;
/** 60 %, in whole numbers. */
const SHARE = { of: 5, atLeast: 3 } as const;

/** An object of the network that NEs require alone, and which of those are disconnected. */
export class SharedCandidate {
  /** The NEs that require it alone. */
  readonly behind = new Set<string>();
  /** Those of them whose disconnection counts. */
  readonly down = new Set<string>();
  readonly #instants = new Instants();
  /** How many disconnections speak for it; 0 while they are too few. */
  size = 0;
  /** When the first of those began. */
  sinceAt = Number.NaN;
  inferred = false;

  constructor(readonly object: string) {}

  disconnect(ne: string, faultAt: number): void {
    this.down.add(ne);
    this.#instants.add(faultAt);
  }

  connect(ne: string, faultAt: number): void {
    this.down.delete(ne);
    this.#instants.remove(faultAt);
  }

  /** Looks again at how many disconnections speak for it. */
  measure(): void {
    this.size = 0;
    if (!this.#areEnough(this.down.size)) return;
    const { count, sinceAt } = this.#instants.mostWithin(SPAN_MS);
    if (!this.#areEnough(count)) return;
    this.size = count;
    this.sinceAt = sinceAt;
  }

  #areEnough(count: number): boolean {
    return count >= LEAST && count * SHARE.of >= this.behind.size * SHARE.atLeast;
  }
}

/** Which of two candidates is the likelier: more NEs, then the one inferred already, then a site, then by name. */
export function byLikelihood(one: SharedCandidate, other: SharedCandidate): number {
  return (
    other.size - one.size ||
    Number(other.inferred) - Number(one.inferred) ||
    Number(isSite(other)) - Number(isSite(one)) ||
    (one.object < other.object ? -1 : 1)
  );
}

function isSite({ object }: SharedCandidate): boolean {
  return object.startsWith('Site=');
}
