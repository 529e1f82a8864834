import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { createServer as createSecureServer, type TlsOptions } from 'node:tls';
import { until } from '@omc/harness';

/** A message of either side, as it is on the wire. */
export type Wire = Readonly<Record<string, unknown>> & { readonly t: string };

/** How a hand-made NE greets. */
export interface Manners {
  epoch: string;
  firstSeq: number;
  lastSeq: number;
  /** By how much its clock is ahead. */
  skewMs: number;
  /** Its name in the hello, where it is not its own. */
  name?: string;
  /** Leaves the handshake unanswered. */
  silent?: boolean;
  /** Says nothing at all by itself. */
  mute?: boolean;
  /** Answers a sync by itself with no faults. */
  answersSync: boolean;
}

/** An NE that shares no code with the OMC: plain text over a plain socket, saying what a test tells it to. */
export class HandMadeNe {
  readonly id: string;
  readonly manners: Manners = { epoch: 'b1', firstSeq: 1, lastSeq: 0, skewMs: 0, answersSync: true };
  readonly heard: Wire[] = [];
  /** Told of each connection. */
  onAccept: (socket: Socket) => void = () => undefined;
  /** Speaks TLS from the next `listen` on. */
  tls: TlsOptions | undefined;
  visits = 0;
  closes = 0;
  #server: Server | undefined;
  #socket: Socket | undefined;
  #port = 0;

  constructor(id: string) {
    this.id = id;
  }

  /** Listens, at the same port as before; gives it. */
  async listen(): Promise<number> {
    const accept = (socket: Socket) => this.#accept(socket);
    const server = this.tls === undefined ? createServer(accept) : createSecureServer(this.tls, accept);
    await once(server.listen(this.#port, '127.0.0.1'), 'listening');
    this.#server = server;
    this.#port = (server.address() as AddressInfo).port;
    return this.#port;
  }

  /** Closes the connection, and with `listening` false the port too. */
  async hangUp(listening = true): Promise<void> {
    this.#socket?.destroy();
    if (listening || this.#server === undefined) return;
    const closed = once(this.#server, 'close');
    this.#server.close();
    await closed;
    this.#server = undefined;
  }

  /** Reads nothing any more. */
  deafen(): void {
    this.#socket?.pause();
  }

  /** Time by this NE's clock, `agoMs` before now. */
  time(agoMs = 0): string {
    return new Date(Date.now() + this.manners.skewMs - agoMs).toISOString();
  }

  /** Writes lines as they are. */
  write(...lines: readonly string[]): void {
    this.#socket?.write(lines.map((line) => `${line}\n`).join(''));
  }

  /** Writes a piece of a line, or of several. */
  writePart(text: string): void {
    this.#socket?.write(text);
  }

  /** Bytes that the OMC has not taken yet. */
  get unsent(): number {
    return this.#socket?.writableLength ?? 0;
  }

  say(...messages: readonly Wire[]): void {
    this.write(...messages.map((message) => JSON.stringify(message)));
  }

  /** The message that the OMC sends after so many others of its kind. */
  async hears(kind: string, after = 0): Promise<Wire> {
    let found: Wire | undefined;
    await until(`${kind} number ${after + 1} at ${this.id}`, () => {
      found = this.heard.filter(({ t }) => t === kind)[after];
      return found !== undefined;
    });
    return found as Wire;
  }

  /** How many of a kind were heard. */
  count(kind: string): number {
    return this.heard.filter(({ t }) => t === kind).length;
  }

  #accept(socket: Socket): void {
    this.visits++;
    this.onAccept(socket);
    this.#socket = socket;
    let rest = '';
    socket.on('data', (chunk: Buffer) => {
      const lines = (rest + chunk.toString('utf8')).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) this.#hear(JSON.parse(line) as Wire);
    });
    // A reset is a close too.
    socket.on('error', () => socket.destroy());
    socket.on('close', () => this.closes++);
  }

  #hear(message: Wire): void {
    this.heard.push(message);
    if (this.manners.mute === true) return;
    const { epoch, firstSeq, lastSeq, name, silent, answersSync } = this.manners;
    const time = this.time();
    if (message.t === 'hello')
      this.say({ t: 'hello', ver: 1, ne: name ?? this.id, time, epoch, firstSeq, lastSeq });
    if (message.t === 'handshake' && silent !== true) this.say({ t: 'handshake', id: message['id'], time });
    if (message.t === 'sync' && answersSync)
      this.say({ t: 'sync', id: message['id'], seq: lastSeq, faults: [] });
  }
}
