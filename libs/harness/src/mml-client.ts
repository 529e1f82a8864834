import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { PASSWORD } from './omc-process.js';

const END = /^--- {4}END\r?\n/m;

/** MML over TCP as a program uses it: writes commands, reads reports up to their `---    END`. */
export class MmlClient {
  readonly socket: Socket;
  #received = '';
  #closed = false;
  #onChange: () => void = () => undefined;

  constructor(socket: Socket) {
    this.socket = socket;
    socket.setEncoding('utf8');
    socket.on('data', (text: string) => {
      this.#received += text;
      this.#onChange();
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      this.#closed = true;
      this.#onChange();
    });
  }

  static async connect(port: number): Promise<MmlClient> {
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    return new MmlClient(socket);
  }

  /** Connects and logs in as `admin`. */
  static async logIn(port: number): Promise<MmlClient> {
    const client = await MmlClient.connect(port);
    await client.run(`LGI: OP="admin", PWD="${PASSWORD}";`);
    return client;
  }

  /** Sends a command; gives its report. */
  async run(command: string): Promise<string> {
    this.socket.write(`${command}\n`);
    return await this.report();
  }

  /** The next report; rejects where the connection ends before it. */
  async report(): Promise<string> {
    for (;;) {
      const end = END.exec(this.#received);
      if (end !== null) {
        const upTo = end.index + end[0].length;
        const report = this.#received.slice(0, upTo);
        this.#received = this.#received.slice(upTo);
        return report.replace(/^\s+/, '');
      }
      if (this.#closed) throw new Error(`the connection ended; received: ${this.#received.slice(-200)}`);
      await new Promise<void>((resolve) => {
        this.#onChange = resolve;
      });
    }
  }

  /** Waits until the other side has ended the connection. */
  async ended(): Promise<void> {
    if (!this.#closed) await once(this.socket, 'close');
  }
}

/** The number on a report's RETCODE line. */
export function retcodeOf(report: string): number {
  return Number(/^RETCODE = (\d+) /m.exec(report)?.[1] ?? Number.NaN);
}
