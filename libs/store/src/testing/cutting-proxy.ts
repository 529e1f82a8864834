import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

/** How a COMMIT is cut off: before it reaches the server, or with its answer on the way back. */
export type Cut = 'before the commit' | 'after the commit';

/** `commit` as pg says it: a simple query, or the end of one. */
const COMMIT = Buffer.from('commit\0');
/** The server's answer to it. */
const COMMITTED = Buffer.from('COMMIT\0');

/** A TCP proxy before PostgreSQL that breaks connections in the middle of a COMMIT. */
export class CuttingProxy {
  /** What becomes of the next commits, in turn; then all pass. */
  readonly cuts: Cut[] = [];
  /** Commits that the proxy has seen. */
  commits = 0;
  /** Bytes that went to the server. */
  bytes = 0;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  readonly #target: URL;

  private constructor(target: URL) {
    this.#target = target;
    this.#server = createServer((client) => this.#serve(client));
  }

  static async before(url: string): Promise<CuttingProxy> {
    const proxy = new CuttingProxy(new URL(url));
    proxy.#server.listen(0, '127.0.0.1');
    await once(proxy.#server, 'listening');
    return proxy;
  }

  /** The database's URL through the proxy. */
  get url(): string {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('the proxy does not listen');
    const url = new URL(this.#target);
    url.host = `127.0.0.1:${address.port}`;
    return url.href;
  }

  /** Breaks every connection, without a word, as a server that is killed does. */
  breakAll(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  /** Lets nothing more pass over the connections that there are, and ends none: nobody is told anything. */
  freezeAll(): void {
    for (const socket of this.#sockets) socket.pause();
  }

  async close(): Promise<void> {
    this.breakAll();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #serve(client: Socket): void {
    const server = connect(Number(this.#target.port), this.#target.hostname);
    let cut: Cut | undefined;
    this.#keep(client, server);
    this.#keep(server, client);
    client.on('data', (bytes) => {
      this.bytes += bytes.length;
      if (bytes.includes(COMMIT)) {
        this.commits += 1;
        cut = this.cuts.shift();
      }
      if (cut === 'before the commit') client.destroy();
      else server.write(bytes);
    });
    server.on('data', (bytes) => {
      if (cut === 'after the commit' && bytes.includes(COMMITTED)) client.destroy();
      else client.write(bytes);
    });
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
