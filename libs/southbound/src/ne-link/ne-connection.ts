import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import type { NetworkElement } from '@omc/alarm';
import { LineSplitter } from '@omc/wire';
import type { SchedulerLike } from 'rxjs';
import { type DialRules, dial } from './dial.js';
import { failureReason, UNHEARD_OVER_TLS } from './failure-reason.js';
import type { FairTurns, TurnTaker } from './fair-turns.js';

/** Lines that are handled in one turn. */
export const LINES_A_TURN = 256;
/** Bytes that may wait to be written; beyond it the peer evidently does not read. */
const MAX_UNWRITTEN_BYTES = 1024 * 1024;

/** How long a closed connection may take to send what was written. */
const LINGER_MS = 1000;

/** What a connection tells. Nothing is told any more after `close`. */
export interface ConnectionListener {
  connected(): void;
  lines(lines: readonly string[], arrivedAt: number): void;
  /** A line is over the limit; nothing follows that could be read. `start`: its first 200 characters. */
  overlong(start: string): void;
  /** The dial failed or the connection is closed; what had been read was told before. */
  failed(reason: string): void;
}

interface ConnectionDependencies extends DialRules {
  readonly scheduler: SchedulerLike;
  readonly turns: FairTurns;
}

/** One TCP connection to an NE, in lines: read in fair slices, written within bounds. */
export class NeConnection implements TurnTaker {
  readonly ne: string;
  readonly #socket: Socket;
  readonly #listener: ConnectionListener;
  readonly #dependencies: ConnectionDependencies;
  readonly #splitter = new LineSplitter();
  #waiting: { lines: readonly string[]; arrivedAt: number }[] = [];
  #waitingLines = 0;
  #overlong = false;
  #paused = false;
  #reading = true;
  /** It is read again, and it is not known yet whether the kernel held something. */
  #resuming: object | undefined;
  #closed = false;
  #error: string | undefined;
  /** Over TLS an NE that refuses our certificate may do so after both sides may talk. */
  #isUnheardOverTls = false;

  /** Dials at once. */
  constructor(ne: NetworkElement, listener: ConnectionListener, dependencies: ConnectionDependencies) {
    this.ne = ne.id;
    this.#listener = listener;
    this.#dependencies = dependencies;
    const ready = () => {
      this.#isUnheardOverTls = this.#socket instanceof TLSSocket;
      if (!this.#closed) listener.connected();
    };
    this.#socket = dial(ne, (bytes) => this.#read(bytes), ready, dependencies);
    this.#socket.on('error', (error) => {
      this.#error = failureReason(error);
    });
    this.#socket.on('close', () => this.#end());
  }

  /** Bytes that wait to be written. */
  get unwrittenBytes(): number {
    return this.#socket.writableLength;
  }

  /** Whether lines that were received wait for their turn, or the kernel may hold some since it was not read. */
  get isBehind(): boolean {
    return !this.#closed && (this.#waitingLines > 0 || !this.#reading || this.#resuming !== undefined);
  }

  /** Sends one line, its end included. A peer that leaves too much unread is failed, later, as `does not read`. */
  write(line: string): void {
    if (this.#closed || !this.#socket.writable) return;
    this.#socket.write(line);
    if (this.#socket.writableLength <= MAX_UNWRITTEN_BYTES) return;
    this.#error = 'does not read';
    this.#socket.destroy();
  }

  /** Stops or goes on reading (TCP back-pressure). */
  pause(paused: boolean): void {
    this.#paused = paused;
    this.#flow();
  }

  /** Closes it for good; what was written is still sent, unless the peer is too slow to take it. */
  close(): void {
    this.#closed = true;
    this.#waiting = [];
    this.#waitingLines = 0;
    if (this.#socket.connecting) this.#socket.destroy();
    else this.#socket.resume().destroySoon();
    this.#socket.setTimeout(LINGER_MS, () => this.#socket.destroy());
  }

  /** Resolves when the socket is closed. */
  async ended(): Promise<void> {
    if (this.#socket.closed) return;
    await new Promise<void>((resolve) => this.#socket.once('close', () => resolve()));
  }

  #read(chunk: Uint8Array): void {
    if (this.#closed) return;
    this.#isUnheardOverTls = false;
    const { lines, overlong } = this.#splitter.push(chunk);
    this.#overlong = overlong;
    if (lines.length > 0) this.#waiting.push({ lines, arrivedAt: this.#dependencies.scheduler.now() });
    this.#waitingLines += lines.length;
    if (lines.length > 0 || overlong) this.#dependencies.turns.add(this);
    this.#flow();
  }

  hurry(): void {
    while (this.#waitingLines > 0) this.turn();
  }

  turn(): boolean {
    const next = this.#waiting[0];
    if (this.#closed) return false;
    if (next === undefined) {
      if (this.#overlong) this.#listener.overlong(this.#splitter.overlongStart);
      return !this.#overlong && this.#resuming !== undefined;
    }
    const slice = next.lines.slice(0, LINES_A_TURN);
    if (next.lines.length > LINES_A_TURN)
      this.#waiting[0] = { lines: next.lines.slice(LINES_A_TURN), arrivedAt: next.arrivedAt };
    else this.#waiting.shift();
    this.#waitingLines -= slice.length;
    this.#listener.lines(slice, next.arrivedAt);
    this.#flow();
    return this.#waiting.length > 0 || this.#overlong || this.#resuming !== undefined;
  }

  /** Reads on unless enough waits here: in a crowd any line is enough, since the kernel can keep the others. */
  #flow(): void {
    if (this.#closed) return;
    const enough = this.#dependencies.turns.isCrowded ? 0 : LINES_A_TURN;
    const reading = !this.#paused && this.#waitingLines <= enough;
    if (reading === this.#reading) return;
    this.#reading = reading;
    if (reading) this.#resume();
    else this.#socket.pause();
  }

  /** What the kernel holds shows after one whole round of the event loop. */
  #resume(): void {
    this.#socket.resume();
    const resuming = {};
    this.#resuming = resuming;
    const shown = () => {
      if (this.#resuming === resuming) this.#resuming = undefined;
    };
    setImmediate(() => setImmediate(shown));
  }

  #end(): void {
    while (this.#waitingLines > 0) this.turn();
    if (this.#overlong) this.turn();
    if (this.#closed) return;
    this.#closed = true;
    const reason = this.#error ?? 'closed';
    const isAbrupt = reason === 'closed' || reason === 'reset';
    this.#listener.failed(isAbrupt && this.#isUnheardOverTls ? UNHEARD_OVER_TLS : reason);
  }
}
