import type { Socket } from 'node:net';
import type { SchedulerLike } from 'rxjs';

/** Sends texts to a client, each after the client has taken the one before: nothing piles up for a slow one. */
export class Outbox {
  /** As the client ends its lines. */
  newline: '\n' | '\r\n' = '\n';
  readonly #socket: Socket;
  readonly #scheduler: SchedulerLike;
  readonly #slowMs: number;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(socket: Socket, scheduler: SchedulerLike, slowMs: number) {
    this.#socket = socket;
    this.#scheduler = scheduler;
    this.#slowMs = slowMs;
  }

  /** Lets somebody send several texts with nothing of others between. */
  inOneGo<Result>(send: () => Promise<Result>): Promise<Result> {
    const after = this.#turn.then(send, send);
    this.#turn = after;
    return after;
  }

  /** Sends a text; answers once there is room again, or false where the client is gone or too slow and cut off. */
  async send(text: string): Promise<boolean> {
    return await this.sendBytes(this.newline === '\n' ? text : text.replaceAll('\n', '\r\n'));
  }

  /** Sends something as it is; otherwise as `send`. */
  async sendBytes(bytes: string | Uint8Array): Promise<boolean> {
    if (!this.#socket.writable) return false;
    return this.#socket.write(bytes) || (await this.#room());
  }

  #room(): Promise<boolean> {
    return new Promise((resolve) => {
      const tooLong = this.#scheduler.schedule(() => this.#socket.destroy(), this.#slowMs);
      const settle = () => {
        tooLong.unsubscribe();
        this.#socket.off('drain', settle).off('close', settle);
        resolve(this.#socket.writable);
      };
      this.#socket.on('drain', settle).on('close', settle);
    });
  }
}
