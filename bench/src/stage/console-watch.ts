import type { ClientToServer, LiveChange, LiveError, LiveSnapshot, ServerToClient } from '@omc/api';
import { io, type Socket } from 'socket.io-client';

/** A console's live stream of all active alarms, with the time at which each change was there. */
export class ConsoleWatch {
  /** Told of each change. `at` is when its frame was received, milliseconds since 1970. */
  onChange: (change: LiveChange, at: number) => void = () => undefined;
  /** How many alarms the list has. */
  size = 0;
  readonly #socket: Socket<ServerToClient, ClientToServer>;
  readonly #ids = new Set<string>();
  #waiting: { readonly size: number; readonly done: () => void } | undefined;

  constructor(url: string, token: string) {
    this.#socket = io(`${url}/alarms`, { auth: { token }, transports: ['websocket'], reconnection: false });
    this.#socket.on('snapshot', (part) => this.#take(part));
    this.#socket.on('changes', ({ changes }) => {
      const at = performance.timeOrigin + performance.now();
      for (const change of changes) {
        if (change.op === 'upsert') this.#ids.add(change.alarm.id);
        else this.#ids.delete(change.alarm.id);
        this.onChange(change, at);
      }
      this.#settle();
    });
  }

  /** Subscribes to all active alarms. */
  async subscribe(): Promise<void> {
    const answer = await new Promise<LiveSnapshot | LiveError>((resolve, reject) => {
      this.#socket.once('connect_error', reject);
      this.#socket.emit('subscribe', { filter: {} }, resolve);
    });
    if ('error' in answer) throw new Error(answer.error.title);
    this.#take(answer);
  }

  /** Resolves when the list has exactly so many alarms. */
  reaches(size: number): Promise<void> {
    return new Promise((done) => {
      this.#waiting = { size, done };
      this.#settle();
    });
  }

  close(): void {
    this.#socket.disconnect();
  }

  /** A list in parts; a client that was too slow is given a new one. */
  #take({ snapshot, part }: LiveSnapshot): void {
    if (part === undefined) this.#ids.clear();
    for (const { id } of snapshot ?? []) this.#ids.add(id);
    this.#settle();
  }

  #settle(): void {
    this.size = this.#ids.size;
    if (this.size !== this.#waiting?.size) return;
    this.#waiting.done();
    this.#waiting = undefined;
  }
}
