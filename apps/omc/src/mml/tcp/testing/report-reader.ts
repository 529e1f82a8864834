import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

const END = /^--- {4}END\r?\n/m;

/** A client that writes commands and reads reports, each up to its end. */
export class ReportReader {
  readonly socket: Socket;
  readonly #closed: Promise<unknown>;
  readonly #pieces: AsyncIterator<string>;
  #received = '';

  constructor(socket: Socket) {
    this.socket = socket.setEncoding('utf8').on('error', () => undefined);
    this.#closed = once(socket, 'close');
    this.#pieces = socket[Symbol.asyncIterator]() as AsyncIterator<string>;
  }

  static async connect(port: number): Promise<ReportReader> {
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    return new ReportReader(socket);
  }

  /** Sends a command; gives its report. */
  run(command: string): Promise<string> {
    this.socket.write(`${command}\n`);
    return this.report();
  }

  /** The next report; rejects where the connection ends before it. */
  async report(): Promise<string> {
    for (;;) {
      const end = END.exec(this.#received);
      if (end !== null) return this.#take(end.index + end[0].length);
      const { done, value } = await this.#pieces.next();
      if (done) throw new Error(`the connection ended; received: ${this.#received.slice(-200)}`);
      this.#received += value;
    }
  }

  /** Waits until the server has ended the connection. */
  async ended(): Promise<void> {
    const { done } = await this.#pieces.next();
    if (!done) return await this.ended();
    await this.#closed;
  }

  #take(length: number): string {
    const report = this.#received.slice(0, length);
    this.#received = this.#received.slice(length);
    return report.trimStart();
  }
}
