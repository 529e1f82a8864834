import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

/** `commit` as the OMC says it to PostgreSQL: a simple query. */
const COMMIT = Buffer.from('commit\0');

/** A TCP proxy before PostgreSQL that does what networks and servers do on bad days. */
export class DatabaseProxy {
  readonly #target: URL;
  readonly #sockets = new Set<Socket>();
  #server: Server | undefined;
  #port = 0;
  #frozen = false;
  /** So many commits reach the server, but not their answers: the connection ends instead. */
  answersToLose = 0;

  constructor(target: string) {
    this.#target = new URL(target);
  }

  /** The database's URL through the proxy. */
  get url(): string {
    const url = new URL(this.#target);
    url.host = `127.0.0.1:${this.#port}`;
    return url.href;
  }

  /** Lets everybody in, always at the same port. */
  async admit(): Promise<void> {
    this.#frozen = false;
    if (this.#server !== undefined) return;
    this.#server = createServer((client) => this.#serve(client)).listen(this.#port, '127.0.0.1');
    await once(this.#server, 'listening');
    const address = this.#server.address();
    if (address !== null && typeof address === 'object') this.#port = address.port;
  }

  /** Ends every connection, and refuses new ones. */
  async refuse(): Promise<void> {
    const closed = this.#server && once(this.#server, 'close');
    this.#server?.close();
    this.#server = undefined;
    this.cut();
    await closed;
  }

  /** Ends every connection without a word. */
  cut(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  /** Lets nothing more pass over the connections that there are, and ends none; with `all`, nor over new ones. */
  freeze(all: boolean): void {
    this.#frozen = all;
    for (const socket of this.#sockets) socket.pause();
  }

  #serve(client: Socket): void {
    const server = connect(Number(this.#target.port), this.#target.hostname);
    let losing = false;
    this.#keep(client, server);
    this.#keep(server, client);
    client.on('data', (bytes) => {
      losing ||= this.#isToLose(bytes);
      server.write(bytes);
    });
    server.on('data', (bytes) => {
      if (losing) client.destroy();
      else client.write(bytes);
    });
    if (this.#frozen) client.pause();
  }

  #isToLose(bytes: Buffer): boolean {
    if (this.answersToLose === 0 || !bytes.includes(COMMIT)) return false;
    this.answersToLose -= 1;
    return true;
  }

  /** Where one side ends, the other does. */
  #keep(socket: Socket, other: Socket): void {
    this.#sockets.add(socket);
    socket.on('error', () => other.destroy());
    socket.on('close', () => {
      this.#sockets.delete(socket);
      other.destroy();
    });
  }
}
