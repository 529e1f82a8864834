import type { NetworkElement, Submission } from '@omc/alarm';
import { type Observable, Subject } from 'rxjs';
import { DialPacer } from '../dial-pacer.js';
import { WakeUps } from '../wake-ups.js';
import { FairTurns } from './fair-turns.js';
import { IntakeGate } from './intake-gate.js';
import type { LinkDependencies, LinkRejection } from './link-dependencies.js';
import type { LinkCounts, LinkStatus } from './link-status.js';
import { type LinkEnvironment, SupervisedLink } from './supervised-link.js';

/** A change of a link's state, misses or reason. */
export interface LinkStatusChange {
  readonly ne: string;
  readonly status: LinkStatus;
}

/**
 * The links to all NEs of kind `link`: dialled, greeted, supervised, read. What they tell comes out as commands
 * for the writer, each NE's in order; an NE is acked only what the writer says is committed.
 */
export class NeLinks {
  readonly #links = new Map<string, SupervisedLink>();
  readonly #environment: LinkEnvironment;
  readonly #submissions = new Subject<Submission>();
  readonly #statusChanges = new Subject<LinkStatusChange>();
  readonly #rejected = new Subject<LinkRejection>();
  readonly #turns = new FairTurns();
  readonly #gate: IntakeGate;
  #received = 0;
  #closed = false;

  constructor(dependencies: LinkDependencies) {
    const { scheduler, settings } = dependencies;
    this.#gate = new IntakeGate(
      () => scheduler.now(),
      (closed) => this.#turns.stop(closed),
    );
    this.#environment = {
      ...dependencies,
      positionOf: (ne) => dependencies.positionOf(ne),
      isDisconnected: (ne) => dependencies.isDisconnected(ne),
      mayDial: (address, port) => dependencies.mayDial?.(address, port) ?? true,
      pacer: new DialPacer(settings.dialsPerSecond, scheduler),
      turns: this.#turns,
      wakeUps: new WakeUps(scheduler),
      submit: (submission) => this.#submissions.next(this.#gate.counted(submission)),
      received: (lines) => {
        this.#received += lines;
      },
      reject: (rejection) => {
        // A bad line was not counted as an event; events that are lost on the way were.
        if (rejection.lines === undefined) this.#received++;
        this.#rejected.next(rejection);
      },
      statusChanged: (ne, status) => this.#statusChanges.next({ ne, status }),
    };
  }

  /** What the links tell, for the single writer. Subscribe before the first NE is added. */
  get submissions$(): Observable<Submission> {
    return this.#submissions.asObservable();
  }

  /** Changes of state, misses or reason. */
  get statusChanges$(): Observable<LinkStatusChange> {
    return this.#statusChanges.asObservable();
  }

  /** What NEs sent in vain, for counters and samples. */
  get rejected$(): Observable<LinkRejection> {
    return this.#rejected.asObservable();
  }

  /** Begins to supervise an NE; one of another kind, or one that is there already, is left alone. */
  add(ne: NetworkElement): void {
    if (ne.kind !== 'link' || this.#closed || this.#links.has(ne.id)) return;
    this.#supervise(ne, this.#environment.isDisconnected(ne.id));
  }

  /** Dials an NE anew where its address is another, begins where its kind became `link`, ends where it no longer is. */
  change(ne: NetworkElement): void {
    const link = this.#links.get(ne.id);
    if (link === undefined) {
      this.add(ne);
      return;
    }
    if (ne.kind === 'link' && isDialledAlike(link.ne, ne)) return;
    const { state } = link.status;
    this.remove(ne.id);
    if (ne.kind === 'link') this.#supervise(ne, state === 'disconnected');
  }

  /** Closes an NE's link for good. */
  remove(id: string): void {
    const link = this.#links.get(id);
    this.#links.delete(id);
    link?.end().catch((error: unknown) => this.#environment.log.warn({ ne: id, error }, 'link not closed'));
  }

  /** Asks an NE for a sync now; false where its link is not up. */
  sync(id: string): boolean {
    return this.#links.get(id)?.requestSync() ?? false;
  }

  /** How an NE's link stands; undefined where it has none. */
  statusOf(id: string): LinkStatus | undefined {
    return this.#links.get(id)?.status;
  }

  /** How many NEs are in each state. */
  counts(): LinkCounts {
    const counts = { connecting: 0, connected: 0, disconnected: 0 };
    for (const link of this.#links.values()) counts[link.status.state]++;
    return counts;
  }

  /** Events that were read, and lines that were refused, so far. */
  get received(): number {
    return this.#received;
  }

  /** Events that were submitted and are not committed yet. */
  get uncommitted(): number {
    return this.#gate.uncommitted;
  }

  /** Submits everything that was received from some NEs, out of turn; gives the NEs of which something is left. */
  readAhead(nes: ReadonlySet<string>): ReadonlySet<string> {
    const unread = new Set<string>();
    for (const taker of [...this.#turns.waiting()]) {
      if (nes.has(taker.ne)) taker.hurry();
      // The kernel may hold more, which shows only now that it is read again.
      if (taker.isBehind) unread.add(taker.ne);
    }
    return unread;
  }

  /** Closes everything; resolves when the last socket is closed. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#environment.pacer.close();
    this.#environment.wakeUps.close();
    this.#submissions.complete();
    const links = [...this.#links.values()];
    this.#links.clear();
    await Promise.all(links.map((link) => link.end()));
    this.#statusChanges.complete();
    this.#rejected.complete();
  }

  #supervise(ne: NetworkElement, disconnected: boolean): void {
    this.#links.set(ne.id, new SupervisedLink(ne, disconnected, this.#environment));
  }
}

function isDialledAlike(one: NetworkElement, other: NetworkElement): boolean {
  return one.host === other.host && one.port === other.port && one.tls === other.tls;
}
