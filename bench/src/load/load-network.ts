import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { LoadNe } from './load-ne.js';

/** Many NEs behind one address: the OMC's hello names the one that it wants. */
export class LoadNetwork {
  readonly nes: readonly LoadNe[];
  /** Reports acknowledged so far. */
  acked = 0;
  /** One for each bundle of reports that was sent at once. */
  latenciesMs: number[] = [];
  /** Told for each bundle. */
  onAcked: (ne: LoadNe) => void = () => undefined;
  /** Told of each connection. */
  onVisit: () => void = () => undefined;
  readonly #byId: ReadonlyMap<string, LoadNe>;
  #waiting: { readonly unacked: number; readonly done: () => void }[] = [];
  #unacked = 0;

  constructor(name: string, count: number) {
    this.nes = Array.from({ length: count }, (_, i) => this.#newNe(`${name}-${i}`));
    this.#byId = new Map(this.nes.map((ne) => [ne.id, ne]));
  }

  /** Listens on a port, or on one of its own; gives it. */
  async listen(port = 0): Promise<number> {
    const server = createServer({ noDelay: true }, (socket) => this.#accept(socket));
    await once(server.listen({ port, host: '127.0.0.1', backlog: 4096 }), 'listening');
    return (server.address() as AddressInfo).port;
  }

  /** Resolves when everything is acknowledged. */
  drained(): Promise<void> {
    return this.atMostUnacked(0);
  }

  /** Resolves when so many reports or fewer are not acknowledged. */
  atMostUnacked(unacked: number): Promise<void> {
    if (this.#unacked <= unacked) return Promise.resolve();
    return new Promise((done) => this.#waiting.push({ unacked, done }));
  }

  #newNe(id: string): LoadNe {
    return new LoadNe(id, {
      sent: (count) => {
        this.#unacked += count;
      },
      acked: (ne, count, latencyMs) => {
        this.acked += count;
        this.#unacked -= count;
        this.latenciesMs.push(latencyMs);
        this.onAcked(ne);
        this.#tellWaiting();
      },
    });
  }

  #tellWaiting(): void {
    const due = this.#waiting.filter(({ unacked }) => this.#unacked <= unacked);
    if (due.length === 0) return;
    this.#waiting = this.#waiting.filter((each) => !due.includes(each));
    for (const { done } of due) done();
  }

  #accept(socket: Socket): void {
    this.onVisit();
    let ne: LoadNe | undefined;
    let rest = '';
    // The OMC may be killed on purpose.
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk: Buffer) => {
      const lines = (rest + chunk.toString('latin1')).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const message = JSON.parse(line);
        if (message.t !== 'hello') ne?.hear(message);
        else {
          ne = this.#byId.get(message.ne);
          ne?.greet(socket);
        }
      }
    });
  }
}
