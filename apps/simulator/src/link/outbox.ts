import type { Socket } from 'node:net';

/** Characters that are given to the socket at once, about. */
const CHUNK_LENGTH = 16 * 1024;

/**
 * Writes lines to a socket as fast as its other end reads them: answers first, then what `next` gives. While the
 * other end does not read, nothing is written, nothing is taken from `next`, and the socket is not read either.
 */
export class Outbox {
  readonly #socket: Socket;
  readonly #next: () => string | undefined;
  readonly #answers: string[] = [];
  #blocked = false;

  /** `next` gives the next line to send, its end included, or undefined while there is none. */
  constructor(socket: Socket, next: () => string | undefined) {
    this.#socket = socket;
    this.#next = next;
    socket.on('drain', () => this.#unblock());
  }

  /** Sends a line before everything that `next` still has. */
  answer(line: string): void {
    this.#answers.push(line);
    this.flush();
  }

  /** Sends what there is to send, as far as the other end reads. */
  flush(): void {
    while (!this.#blocked && this.#socket.writable) {
      const chunk = this.#chunk();
      if (chunk === '') return;
      this.#blocked = !this.#socket.write(chunk);
      if (this.#blocked) this.#socket.pause();
    }
  }

  #unblock(): void {
    this.#blocked = false;
    this.#socket.resume();
    this.flush();
  }

  #chunk(): string {
    let chunk = this.#answers.splice(0).join('');
    while (chunk.length < CHUNK_LENGTH) {
      const line = this.#next();
      if (line === undefined) break;
      chunk += line;
    }
    return chunk;
  }
}
