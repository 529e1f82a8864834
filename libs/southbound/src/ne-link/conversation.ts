import type { Submission } from '@omc/alarm';
import {
  type ClockEstimate,
  encodeOmcMessage,
  type NeHello,
  type NeMessage,
  type OmcMessage,
  offsetOf,
  parseNeMessage,
  readClock,
  unknownClock,
} from '@omc/wire';
import type { SchedulerLike } from 'rxjs';
import { BadLines } from './bad-lines.js';
import type { LinkRejectionReason } from './link-dependencies.js';
import { NeReader, type ReadingStart } from './ne-reader.js';

/** What a conversation needs and tells. */
export interface ConversationListener {
  readonly scheduler: SchedulerLike;
  readonly unwrittenBytes: () => number;
  readonly isBehind: () => boolean;
  write(line: string): void;
  /** Stops or goes on reading. */
  pause(paused: boolean): void;
  submit(submission: Submission): void;
  /** An event was read. */
  received(): void;
  reject(reason: LinkRejectionReason, detail: string, sample: string, lines?: number): void;
  /** The NE's hello was good. */
  greeted(): void;
  answered(handshake: number): void;
  /** The connection is of no use any more: `end` it. */
  broken(reason: string): void;
}

/** What is known of the NE when it is dialled. */
export interface ConversationStart extends ReadingStart {
  readonly dialledAt: number;
}

/** One connection's talk with an NE, from hello to close. */
export class Conversation {
  readonly #start: ConversationStart;
  readonly #listener: ConversationListener;
  readonly #badLines: BadLines;
  #reader: NeReader | undefined;
  #clock: ClockEstimate = unknownClock;
  #asked: { readonly id: number; readonly at: number } | undefined;
  #pausedSinceAsked = false;
  #ended = false;

  /** Says hello. */
  constructor(start: ConversationStart, listener: ConversationListener) {
    this.#start = start;
    this.#listener = listener;
    this.#badLines = new BadLines(listener);
    const { epoch, ackedSeq } = start.position ?? { epoch: null, ackedSeq: null };
    this.#say({ t: 'hello', ver: 1, ne: start.ne, ackedSeq, ackedEpoch: epoch });
  }

  /** By how much the NE's clock is ahead; null until it is known. */
  get clockOffsetMs(): number | null {
    return offsetOf(this.#clock) ?? null;
  }

  /** Whether the answer to the last handshake may lie unread because the OMC stopped reading. */
  get isUnread(): boolean {
    return this.#pausedSinceAsked || this.#listener.isBehind();
  }

  /** Sends a handshake. */
  handshake(id: number): void {
    this.#asked = { id, at: this.#listener.scheduler.now() };
    this.#pausedSinceAsked = this.#reader?.isPaused ?? false;
    this.#say({ t: 'handshake', id });
    this.#reader?.remind();
  }

  /** Asks for a sync; false before the hello. */
  requestSync(): boolean {
    this.#reader?.requestSync();
    return this.#reader !== undefined;
  }

  /** Takes what was read. */
  hear(lines: readonly string[], arrivedAt: number): void {
    for (const line of lines) {
      if (this.#ended) return;
      this.#hearLine(line, arrivedAt);
    }
    this.#reader?.flush(arrivedAt);
  }

  /** A line was too long to be read; it begins with `start`. */
  hearOverlong(start: string): void {
    const reason = 'a line must be at most 64 KiB';
    this.#badLines.take(start, reason, 'overlong-line');
    this.#listener.broken('line over the limit');
  }

  /** The NE counts as connected again. */
  reconnected(): void {
    this.#reader?.reconnected();
  }

  /** The connection is closed: nothing is told any more. */
  end(): void {
    this.#ended = true;
    this.#reader?.end();
  }

  #hearLine(line: string, arrivedAt: number): void {
    const parsed = parseNeMessage(line);
    if (this.#reader === undefined) {
      if (!parsed.ok) this.#refuseHello(line, parsed.reason);
      else if (parsed.message.t !== 'hello') this.#refuseHello(line, 'the first line must be a hello');
      else this.#greet(parsed.message, line, arrivedAt);
    } else if (!parsed.ok) this.#refuse(line, parsed.reason);
    else this.#hearMessage(this.#reader, parsed.message, line, arrivedAt);
  }

  #hearMessage(reader: NeReader, message: NeMessage, line: string, arrivedAt: number): void {
    if (message.t === 'hello') {
      this.#refuse(line, 't must not be "hello" a second time');
      return;
    }
    this.#badLines.forget();
    if (message.t === 'event') reader.event(message, this.#clock, arrivedAt, line.length);
    else if (message.t === 'sync') reader.sync(message, this.#clock, arrivedAt, line.length);
    else this.#hearHandshake(message.id, message.time, arrivedAt);
  }

  /** An answer that comes after the next handshake went out is none. */
  #hearHandshake(id: number, time: number, arrivedAt: number): void {
    if (this.#asked?.id !== id) return;
    this.#clock = readClock(this.#clock, time, this.#asked.at, arrivedAt);
    this.#listener.answered(id);
  }

  #greet(hello: NeHello, line: string, arrivedAt: number): void {
    if (hello.ne !== this.#start.ne) {
      this.#refuseHello(line, `ne must be ${this.#start.ne}, is ${hello.ne}`);
      return;
    }
    this.#clock = readClock(this.#clock, hello.time, this.#start.dialledAt, arrivedAt);
    const { scheduler, isBehind } = this.#listener;
    this.#reader = new NeReader(this.#start, hello, {
      scheduler,
      isBehind,
      submit: (submission) => this.#listener.submit(submission),
      received: () => this.#listener.received(),
      lost: (reason, events) => this.#listener.reject(reason, 'comes again', `${events} events`, events),
      ask: (id) => this.#say({ t: 'sync', id }),
      ack: (seq) => this.#say({ t: 'ack', seq }),
      pause: (paused) => this.#pause(paused),
      broken: (reason) => this.#listener.broken(reason),
    });
    this.#reader.begin();
    if (!this.#ended) this.#listener.greeted();
    if (!this.#ended) this.#reader?.beginSync();
  }

  #pause(paused: boolean): void {
    if (paused) this.#pausedSinceAsked = true;
    this.#listener.pause(paused);
  }

  #refuseHello(line: string, reason: string): void {
    this.#badLines.take(line, reason, 'bad-hello');
    this.#listener.broken(`bad hello: ${reason}`);
  }

  #refuse(line: string, reason: string): void {
    if (this.#badLines.take(line, reason)) this.#listener.broken('too many bad lines in a row');
  }

  #say(message: OmcMessage): void {
    this.#listener.write(encodeOmcMessage(message));
  }
}
