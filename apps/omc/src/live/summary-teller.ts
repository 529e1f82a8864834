import type { AlarmSummary } from '@omc/api';
import type { SchedulerLike, Subscription } from 'rxjs';
import type { LiveNamespace, LiveSocket } from './live-socket.js';
import { waitingBytes } from './network-room.js';

/** Of a client's summaries, one follows the other after this long at the earliest. */
const EVERY_MS = 500;

/** Nor is one put behind more than this. */
const BUSY_BYTES = 64 * 1024;

/** The counts that a client may know: the same object for all who may know the same. */
export type SummaryOf = (socket: LiveSocket) => AlarmSummary;

interface Told {
  readonly text: string;
  readonly at: number;
}

/** Tells each client the counts when they change, at most twice a second. */
export class SummaryTeller {
  readonly #namespace: LiveNamespace;
  readonly #summaries: () => SummaryOf;
  readonly #scheduler: SchedulerLike;
  readonly #told = new WeakMap<LiveSocket, Told>();
  #timer: Subscription | undefined;
  #isAsked = false;

  /** @param summaries the counts as they are now; called once for all clients. */
  constructor(namespace: LiveNamespace, summaries: () => SummaryOf, scheduler: SchedulerLike) {
    this.#namespace = namespace;
    this.#summaries = summaries;
    this.#scheduler = scheduler;
  }

  /** The counts may have changed. */
  look(): void {
    this.#isAsked = true;
    if (this.#timer === undefined) this.#tellAll();
  }

  /** Tells a client that has just come. */
  greet(socket: LiveSocket): void {
    const summary = this.#summaries()(socket);
    this.#tell(socket, summary, JSON.stringify(summary));
  }

  #tellAll(): void {
    this.#isAsked = false;
    const now = this.#scheduler.now();
    const summaryOf = this.#summaries();
    const texts = new Map<AlarmSummary, string>();
    for (const socket of this.#namespace.sockets.values()) {
      const summary = summaryOf(socket);
      const text = texts.get(summary) ?? JSON.stringify(summary);
      texts.set(summary, text);
      const told = this.#told.get(socket);
      if (told?.text === text) continue;
      // Too early for this one, or its network is busy: later.
      if ((told !== undefined && now - told.at < EVERY_MS) || waitingBytes(socket) > BUSY_BYTES)
        this.#isAsked = true;
      else this.#tell(socket, summary, text);
    }
    this.#timer = this.#scheduler.schedule(() => this.#again(), EVERY_MS);
  }

  #again(): void {
    this.#timer = undefined;
    if (this.#isAsked) this.#tellAll();
  }

  #tell(socket: LiveSocket, summary: AlarmSummary, text: string): void {
    this.#told.set(socket, { text, at: this.#scheduler.now() });
    socket.emit('summary', summary);
  }
}
