import { type Catalogue, type NetworkElement, type Report, type Submission, submissionOf } from '@omc/alarm';
import type { VesEvent } from '@omc/api';
import { Subject } from 'rxjs';
import type { Ledger } from '../ledger/ledger.js';
import type { HeartbeatWatch } from './heartbeat-watch.js';
import { type FaultReading, neOf, reportOfFault, unknownNe } from './report-of-fault.js';
import { SeenEvents } from './seen-events.js';

/** Uncommitted events from which on senders are told to try again later. */
const MOST_UNCOMMITTED = 20_000;

/** Why events were not taken: `at` is the place of the one that is wrong. */
export interface VesRefusal {
  readonly status: 400 | 404 | 503;
  readonly reason: string;
  readonly at?: number;
  readonly field?: string;
  readonly detail: string;
}

/** What taking VES events needs. */
export interface VesParts {
  readonly catalogue: Catalogue;
  readonly nes: () => ReadonlyMap<string, NetworkElement>;
  readonly ledger: Ledger;
  readonly heartbeats: HeartbeatWatch;
  readonly now: () => number;
  /** Why the database does not answer just now. */
  readonly trouble: () => Error | undefined;
}

type Misunderstood = Extract<FaultReading, { readonly reason: string }>;
type Understood = { readonly event: VesEvent } & (
  | { readonly report: Report }
  | { readonly heartbeatOf: string }
);

/** Takes VES events: all of a request, or none. */
export class VesDesk {
  readonly #parts: VesParts;
  readonly #seen = new SeenEvents();
  readonly #submissions = new Subject<Submission>();
  #received = 0;
  #heartbeats = 0;
  #uncommitted = 0;

  constructor(parts: VesParts) {
    this.#parts = parts;
    parts.ledger.watch('ves', { received: () => this.#received, obeyed: () => this.#heartbeats });
  }

  /** Reports for the single writer. */
  get submissions$() {
    return this.#submissions.asObservable();
  }

  /** Events that are on their way to the database. */
  get uncommitted(): number {
    return this.#uncommitted;
  }

  /** Counts events, or a request that holds none, which are not taken. */
  refuse(from: string, reason: string, sample: string, events = 1): void {
    this.#received += events;
    this.#parts.ledger.lose({ source: 'ves', from }, reason, [sample], events);
  }

  /** Takes all events, or says why not; resolves after the commit. */
  async take(events: readonly VesEvent[]): Promise<VesRefusal | undefined> {
    const understood = events.map((event) => this.#read(event));
    const refusal = this.#refusalOf(understood);
    if (refusal !== undefined) {
      const from = events[refusal.at ?? 0]?.commonEventHeader.sourceName ?? '';
      this.refuse(
        from,
        refusal.reason,
        `${refusal.detail}: ${sampleOf(events[refusal.at ?? 0])}`,
        events.length,
      );
      return refusal;
    }
    this.#received += events.length;
    const kept = understood.map((each) => ('reason' in each ? undefined : this.#keep(each)));
    const results = await Promise.allSettled(kept);
    if (results.every(({ status }) => status === 'fulfilled')) return undefined;
    return {
      status: 503,
      reason: 'not-stored',
      detail: 'the events could not be stored, or their NE was removed',
    };
  }

  #read(event: VesEvent): Understood | Misunderstood {
    const { catalogue, nes, now } = this.#parts;
    const known = { catalogue, isRegistered: (name: string) => nes().has(name) };
    if (event.commonEventHeader.domain === 'heartbeat') {
      const heartbeatOf = neOf(event, known);
      return heartbeatOf === undefined ? unknownNe(event) : { event, heartbeatOf };
    }
    const reading = reportOfFault(event, now(), known);
    return 'report' in reading ? { event, report: reading.report } : reading;
  }

  #refusalOf(read: readonly (Understood | Misunderstood)[]): VesRefusal | undefined {
    for (const [at, each] of read.entries())
      if ('reason' in each) return { status: each.reason === 'unknown-ne' ? 404 : 400, at, ...each };
    const trouble = this.#parts.trouble();
    if (trouble !== undefined)
      return { status: 503, reason: 'not-stored', detail: 'the database does not answer' };
    if (this.#uncommitted + read.length > MOST_UNCOMMITTED)
      return { status: 503, reason: 'overload', detail: 'too many events are not committed yet' };
    return undefined;
  }

  /** Resolves once the event is committed; one that is known already, once it was. */
  async #keep(each: Understood): Promise<void> {
    const { sourceName, domain, eventId, sequence, lastEpochMicrosec } = each.event.commonEventHeader;
    const key = JSON.stringify([sourceName, domain, eventId, sequence]);
    const says = 'report' in each ? (each.event.faultFields?.eventSeverity ?? '') : String(lastEpochMicrosec);
    const now = this.#parts.now();
    const before = this.#seen.before(key, says, now);
    if (before !== undefined) {
      this.#parts.ledger.lose({ source: 'ves', from: sourceName }, 'duplicate', [`${eventId} ${sequence}`]);
      await before;
      return;
    }
    const kept =
      'report' in each ? this.#submit(each.report, sourceName) : this.#hear(each.heartbeatOf, each.event);
    this.#seen.note(key, says, now, kept);
    await kept;
  }

  async #submit(report: Report, from: string): Promise<void> {
    const submission = submissionOf({ kind: 'report', report, origin: { source: 'ves', from } });
    this.#uncommitted++;
    this.#submissions.next(submission);
    try {
      const { refused } = await submission.committed;
      if (refused !== undefined) throw new Error(`NE ${report.ne} was removed`);
    } finally {
      this.#uncommitted--;
    }
  }

  /** An NE with a link is supervised over that. */
  async #hear(ne: string, { heartbeatFields }: VesEvent): Promise<void> {
    this.#heartbeats++;
    if (this.#parts.nes().get(ne)?.kind === 'link') return;
    const seconds = heartbeatFields?.heartbeatInterval;
    await this.#parts.heartbeats.hear(ne, seconds === undefined ? undefined : seconds * 1000);
  }
}

function sampleOf(event: VesEvent | undefined): string {
  return JSON.stringify(event ?? null).slice(0, 200);
}
