import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { BehaviorSubject, type Observable } from 'rxjs';
import { LinkSession, type SessionHost } from './link-session.js';
import { listen } from './listen.js';

/** Ends of connections that are part of life; `connected` tells of them. */
const ORDINARY_ENDS: readonly (string | undefined)[] = ['ECONNRESET', 'EPIPE'];

/** The NE's end of the NE link: listens, and serves one OMC at a time; a new connection replaces the old one. */
export class ElementLink {
  readonly #host: SessionHost;
  readonly #connected = new BehaviorSubject(false);
  #server: Server | undefined;
  #socket: Socket | undefined;
  #session: LinkSession | undefined;

  constructor(host: SessionHost) {
    this.#host = host;
  }

  /** Whether an OMC is connected, now and at each change. */
  get connected(): Observable<boolean> {
    return this.#connected;
  }

  get isConnected(): boolean {
    return this.#connected.value;
  }

  /** Number of the last event sent on this connection; 0 before the first. */
  get sentSeq(): number {
    return this.#session?.sentSeq ?? 0;
  }

  /** Begins to listen; gives the port. Rejects with ListenError. Throws when it listens already. */
  async open(host: string, port: number): Promise<number> {
    if (this.#server !== undefined) throw new Error(`${this.#host.memory.ne} listens already`);
    const server = createServer({ noDelay: true }, (socket) => this.#accept(socket));
    this.#server = server;
    try {
      const bound = await listen(server, host, port);
      server.on('error', (error) => this.#host.log(`cannot accept a connection: ${error.message}`));
      return bound;
    } catch (error) {
      this.#server = undefined;
      throw error;
    }
  }

  /** Ends the connection and stops listening. */
  async close(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    this.#socket?.destroy();
    if (server === undefined || !server.listening) return;
    const closed = once(server, 'close');
    server.close();
    await closed;
  }

  /** Resets the connection, as when a cable is cut or a router falls over. */
  cut(): void {
    this.#socket?.resetAndDestroy();
  }

  /** Sends the events that are new, if an OMC is there. */
  flush(): void {
    this.#session?.flush();
  }

  /** Sends a line as it is. Throws when no OMC is connected. */
  sendLine(line: string): void {
    if (this.#session === undefined) throw new Error(`no OMC is connected to ${this.#host.memory.ne}`);
    this.#session.sendLine(line);
  }

  #accept(socket: Socket): void {
    this.#socket?.destroy();
    this.#socket = socket;
    this.#session = new LinkSession(socket, this.#host);
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (!ORDINARY_ENDS.includes(error.code)) this.#host.log(`connection lost: ${error.message}`);
    });
    socket.on('close', () => this.#forget(socket));
    if (!this.isConnected) this.#connected.next(true);
  }

  /** A connection that was replaced leaves no trace. */
  #forget(socket: Socket): void {
    if (socket !== this.#socket) return;
    this.#socket = undefined;
    this.#session = undefined;
    this.#connected.next(false);
  }
}
