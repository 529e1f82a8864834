import type { Socket } from 'node:net';
import { encodeNeMessage, LineSplitter, type NeMessage, type OmcMessage, parseOmcMessage } from '@omc/wire';
import type { ElementMemory } from '../element/element-memory.js';
import { Outbox } from './outbox.js';

/** What a session on the link needs of its NE. */
export interface SessionHost {
  readonly memory: ElementMemory;
  /** The NE's clock, milliseconds since 1970 UTC. */
  now(): number;
  /** Whether handshakes stay unanswered. */
  isSilent(): boolean;
  /** Called after each message of the OMC was dealt with. */
  heard(message: OmcMessage): void;
  log(line: string): void;
}

/** The NE's side of one connection on the NE link. Says nothing before the OMC's hello. */
export class LinkSession {
  readonly #socket: Socket;
  readonly #host: SessionHost;
  readonly #splitter = new LineSplitter();
  readonly #outbox: Outbox;
  /** Number of the last event sent on this connection; nothing is sent before the hello. */
  #sentSeq: number | undefined;
  /** A sync that is not answered yet. */
  #askedSync: number | undefined;

  constructor(socket: Socket, host: SessionHost) {
    this.#socket = socket;
    this.#host = host;
    this.#outbox = new Outbox(socket, () => this.#next());
    socket.on('data', (bytes: Buffer) => this.#read(bytes));
  }

  /** Number of the last event sent on this connection; 0 before the first. */
  get sentSeq(): number {
    return this.#sentSeq ?? 0;
  }

  /** Sends the events that are new. */
  flush(): void {
    this.#outbox.flush();
  }

  /** Sends a line as it is, be it valid or not. */
  sendLine(line: string): void {
    this.#outbox.answer(`${line}\n`);
  }

  #read(bytes: Buffer): void {
    const { lines, overlong } = this.#splitter.push(bytes);
    for (const line of lines) this.#readLine(line);
    if (!overlong) return;
    this.#host.log('the OMC sent a line that is too long, closing the connection');
    this.#socket.destroy();
  }

  #readLine(line: string): void {
    const parsed = parseOmcMessage(line);
    if (parsed.ok) this.#hear(parsed.message);
    else this.#host.log(`the OMC sent a line that is not valid (${parsed.reason}): ${line.slice(0, 200)}`);
  }

  #hear(message: OmcMessage): void {
    const { memory, log } = this.#host;
    if (message.t === 'hello') this.#greet(message.ackedEpoch === memory.epoch ? (message.ackedSeq ?? 0) : 0);
    else if (message.t === 'handshake') this.#shakeHands(message.id);
    else if (message.t === 'ack') memory.acknowledge(message.seq);
    else if (message.t === 'sync') this.#nameFaults(message.id);
    else log(`the OMC refused a line (${message.reason}): ${message.line}`);
    this.#host.heard(message);
  }

  #greet(ackedSeq: number): void {
    const { memory } = this.#host;
    memory.acknowledge(ackedSeq);
    this.#sentSeq = undefined;
    this.#say(memory.hello(this.#host.now()));
    this.#sentSeq = Math.min(ackedSeq, memory.lastSeq);
    this.#outbox.flush();
  }

  /**
   * The answer counts for all events so far, so it goes behind those that are still to be sent: what came after it
   * the OMC would drop as known. Of several questions the last one counts.
   */
  #nameFaults(sync: number): void {
    this.#askedSync = sync;
    this.#outbox.flush();
  }

  #shakeHands(id: number): void {
    if (!this.#host.isSilent()) this.#say({ t: 'handshake', id, time: this.#host.now() });
  }

  #say(message: NeMessage): void {
    this.#outbox.answer(encodeNeMessage(message));
  }

  #next(): string | undefined {
    if (this.#sentSeq === undefined) return undefined;
    const event = this.#host.memory.eventAfter(this.#sentSeq);
    if (event === undefined) return this.#nextSync();
    this.#sentSeq = event.seq;
    return encodeNeMessage(event);
  }

  #nextSync(): string | undefined {
    if (this.#askedSync === undefined) return undefined;
    const parts = this.#host.memory.sync(this.#askedSync);
    this.#askedSync = undefined;
    return parts.map(encodeNeMessage).join('');
  }
}
