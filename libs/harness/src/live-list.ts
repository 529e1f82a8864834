import type {
  AlarmResource,
  ClientToServer,
  LiveChanges,
  LiveError,
  LiveSnapshot,
  ServerToClient,
  SubscribeRequest,
} from '@omc/api';
import { io, type Socket } from 'socket.io-client';
import { until } from './until.js';

/** A live list as the console keeps one: the snapshot with every change applied. */
export class LiveList {
  readonly alarms = new Map<string, AlarmResource>();
  readonly received: LiveChanges[] = [];
  cursor = '';
  readonly #socket: Socket<ServerToClient, ClientToServer>;
  /** With a live window: how many alarms match. */
  total: number | undefined;
  /** How many snapshots began that nobody had asked for. */
  restarts = 0;

  /** @param left another list whose connection is gone: `resume` goes on from where it was left. */
  constructor(url: string, token: string, left?: LiveList) {
    for (const [id, alarm] of left?.alarms ?? []) this.alarms.set(id, alarm);
    this.cursor = left?.cursor ?? '';
    this.#socket = io(`${url}/alarms`, { auth: { token }, transports: ['websocket'], reconnection: false });
    this.#socket.on('changes', (changes) => this.#apply(changes));
    this.#socket.on('snapshot', (part) => {
      if (part.part === undefined) this.restarts += 1;
      this.#take(part);
    });
  }

  /** Subscribes; gives the first answer as it came. */
  subscribe(request: Partial<SubscribeRequest> = {}): Promise<LiveSnapshot | LiveError> {
    return new Promise<LiveSnapshot | LiveError>((resolve, reject) => {
      this.#socket.once('connect_error', reject);
      this.#socket.emit('subscribe', { filter: {}, ...request }, (answer: LiveSnapshot | LiveError) => {
        // At once: the changes that follow may have come with it.
        if (!('error' in answer)) this.#take(answer);
        resolve(answer);
      });
    });
  }

  /** Subscribes from where the list was left. */
  resume(): Promise<LiveSnapshot | LiveError> {
    return this.subscribe({ cursor: this.cursor });
  }

  /** Waits until one of the alarms is as wanted. */
  async sees(what: string, wanted: (alarm: AlarmResource) => boolean): Promise<AlarmResource> {
    let seen: AlarmResource | undefined;
    await until(what, () => {
      seen = [...this.alarms.values()].find(wanted);
      return seen !== undefined;
    });
    return seen as AlarmResource;
  }

  /** Reads nothing from its connection any more, or reads on. */
  deafen(isDeaf: boolean): void {
    const { ws } = this.#socket.io.engine.transport as unknown as { ws: { pause(): void; resume(): void } };
    if (isDeaf) ws.pause();
    else ws.resume();
  }

  close(): void {
    this.#socket.disconnect();
  }

  /** A snapshot, in one part or many, takes the place of what was there. */
  #take({ cursor, snapshot, part, total }: LiveSnapshot): void {
    this.cursor = cursor;
    this.total = total ?? this.total;
    if (snapshot === null) return;
    if (part === undefined) this.alarms.clear();
    for (const alarm of snapshot) this.alarms.set(alarm.id, alarm);
  }

  #apply(changes: LiveChanges): void {
    this.received.push(changes);
    this.cursor = changes.cursor;
    this.total = changes.total ?? this.total;
    for (const { op, alarm } of changes.changes)
      if (op === 'upsert') this.alarms.set(alarm.id, alarm);
      else this.alarms.delete(alarm.id);
  }
}
