import type { LinkCommand, LinkEvent, LinkPosition, Submission } from '@omc/alarm';
import { type ClockEstimate, correct, type NeEvent, type NeHello, type NeSync } from '@omc/wire';
import type { SchedulerLike } from 'rxjs';
import { CatchingUp } from './catching-up.js';
import { understand } from './greeting.js';
import { Hearing } from './hearing.js';
import type { LinkRejectionReason } from './link-dependencies.js';
import { Outbox } from './outbox.js';
import { MAX_SYNC_FAULTS, SyncGatherer } from './sync-gatherer.js';

/** What is known of an NE when it is dialled. */
export interface ReadingStart {
  readonly ne: string;
  readonly position: LinkPosition | undefined;
  /** Alarm 301 is active: what comes is held back until the handshake is answered. */
  readonly disconnected: boolean;
}

/** What a reader needs and tells. */
export interface ReaderListener {
  readonly scheduler: SchedulerLike;
  submit(submission: Submission): void;
  /** An event was read. */
  received(): void;
  /** So many events that were read will not be committed. */
  lost(reason: LinkRejectionReason, events: number): void;
  ask(sync: number): void;
  ack(seq: number): void;
  /** Stops or goes on reading. */
  pause(paused: boolean): void;
  /** Whether lines that were received wait for their turn. */
  readonly isBehind: () => boolean;
  broken(reason: string): void;
}

/** Reads what an NE tells after a good hello, and makes commands of it, in order. */
export class NeReader {
  readonly #ne: string;
  readonly #hello: NeHello;
  readonly #listener: ReaderListener;
  readonly #outbox: Outbox;
  readonly #sync: SyncGatherer;
  readonly #hearing: Hearing;
  readonly #catchingUp: CatchingUp;
  readonly #announces: boolean;
  readonly #syncWanted: boolean;
  #readUpTo: number;
  #events: LinkEvent[] = [];
  #bytes = 0;
  #paused = false;
  #ended = false;

  constructor(start: ReadingStart, hello: NeHello, listener: ReaderListener) {
    this.#ne = start.ne;
    this.#hello = hello;
    this.#listener = listener;
    const greeting = understand(hello, start.position);
    this.#announces = greeting.announces;
    this.#outbox = this.#openOutbox(
      greeting.newEpoch ? 0 : (start.position?.ackedSeq ?? 0),
      start.disconnected,
    );
    this.#catchingUp = new CatchingUp({
      scheduler: listener.scheduler,
      isIdle: () => this.#outbox.isDrained && !listener.isBehind(),
      caughtUp: () => this.#hearing.set('pause', false),
    });
    this.#sync = new SyncGatherer((id) => listener.ask(id));
    this.#readUpTo = greeting.readUpTo;
    this.#syncWanted = greeting.needsSync;
    const backlog = this.#readUpTo < hello.lastSeq;
    this.#hearing = new Hearing(
      [...(backlog ? (['backlog'] as const) : []), ...(greeting.syncFirst ? (['sync'] as const) : [])],
      (heard) => this.#outbox.post(this.#heard(heard)),
    );
  }

  /** Submits what the hello itself says. */
  begin(): void {
    const { epoch, firstSeq } = this.#hello;
    if (this.#announces) this.#outbox.post({ kind: 'link-epoch', ne: this.#ne, epoch, firstSeq });
    this.#hearing.begin();
  }

  /** Sends the first sync, if the hello calls for one. */
  beginSync(): void {
    if (this.#syncWanted) this.#sync.request();
  }

  /** Asks for a sync, unless an answer is awaited. */
  requestSync(): void {
    this.#sync.request();
  }

  /** A handshake goes out: a sync without an answer is asked for again. */
  remind(): void {
    this.#sync.remind();
  }

  /** Whether the OMC itself has stopped reading. */
  get isPaused(): boolean {
    return this.#paused;
  }

  /** Takes an event; it is submitted with the next `flush`. */
  event(event: NeEvent, clock: ClockEstimate, arrivedAt: number, bytes: number): void {
    this.#listener.received();
    const { t: _, time, ...rest } = event;
    // The spread last: V8 makes a slow object of one that begins with it and grows.
    this.#events.push({ at: correct(clock, time, arrivedAt), ...rest });
    this.#bytes += bytes;
    if (event.seq > this.#readUpTo + 1) this.#sync.request(event.seq - 1);
    this.#readUpTo = Math.max(this.#readUpTo, event.seq);
  }

  /** Submits the events taken since the last time, as one command. */
  flush(arrivedAt: number): void {
    const events = this.#events;
    if (events.length === 0 || this.#ended) return;
    const bytes = this.#bytes;
    this.#events = [];
    this.#bytes = 0;
    const { epoch } = this.#hello;
    this.#outbox.post({ kind: 'link-events', ne: this.#ne, epoch, events, arrivedAt }, events.length, bytes);
    this.#noteProgress();
    this.#catchingUp.read(events.at(-1)?.at ?? 0);
  }

  /** Takes a part of an answer to a sync. */
  sync(message: NeSync, clock: ClockEstimate, arrivedAt: number, length: number): void {
    this.flush(arrivedAt);
    const progress = this.#sync.hear(message, length);
    if (progress === 'too large')
      this.#listener.broken(`a sync of more than ${MAX_SYNC_FAULTS} faults or 16 MiB`);
    if (typeof progress === 'string') return;
    const faults = progress.faults.map((fault) => ({
      ...fault,
      since: correct(clock, fault.since, arrivedAt),
    }));
    const { seq } = progress;
    const command = {
      kind: 'link-sync',
      ne: this.#ne,
      epoch: this.#hello.epoch,
      seq,
      faults,
      arrivedAt,
    } as const;
    this.#outbox.post(command, faults.length, progress.length);
    this.#readUpTo = Math.max(this.#readUpTo, seq);
    this.#noteProgress();
    this.#hearing.set('sync', false);
  }

  /** The NE is back: that is submitted first, then what was held back. */
  reconnected(): void {
    this.#outbox.release({ kind: 'link-reconnected', ne: this.#ne, at: this.#listener.scheduler.now() });
  }

  /** The link is closed: nothing is told or submitted afterwards. */
  end(): void {
    this.#hearing.end();
    if (this.#events.length > 0) this.#listener.lost('link-closed', this.#events.length);
    this.#events = [];
    this.#outbox.close();
    this.#catchingUp.stop();
    this.#ended = true;
  }

  #noteProgress(): void {
    this.#hearing.set('backlog', this.#readUpTo < this.#hello.lastSeq);
  }

  #heard(heard: boolean): LinkCommand {
    const at = this.#listener.scheduler.now();
    return { kind: heard ? 'link-heard' : 'link-held', ne: this.#ne, at };
  }

  #openOutbox(acked: number, holdBack: boolean): Outbox {
    const listener = {
      submit: (submission: Submission) => this.#listener.submit(submission),
      acked: (seq: number) => this.#listener.ack(seq),
      crowded: (crowded: boolean) => this.#crowd(crowded),
      failed: (reason: string) => this.#listener.broken(reason),
      lost: (reason: LinkRejectionReason, events: number) => this.#listener.lost(reason, events),
    };
    return new Outbox(listener, acked, holdBack);
  }

  #crowd(crowded: boolean): void {
    this.#paused = crowded;
    this.#listener.pause(crowded);
    if (!crowded) return this.#catchingUp.begin();
    this.#catchingUp.stop();
    this.#hearing.set('pause', true);
  }
}
