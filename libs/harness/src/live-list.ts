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

  constructor(url: string, token: string) {
    this.#socket = io(`${url}/alarms`, { auth: { token }, transports: ['websocket'], reconnection: false });
    this.#socket.on('changes', (changes) => this.#apply(changes));
    this.#socket.on('snapshot', (part) => this.#take(part));
  }

  /** Subscribes; gives the first answer as it came. */
  async subscribe(request: Partial<SubscribeRequest> = {}): Promise<LiveSnapshot | LiveError> {
    const answer = await new Promise<LiveSnapshot | LiveError>((resolve, reject) => {
      this.#socket.once('connect_error', reject);
      this.#socket.emit('subscribe', { filter: {}, ...request }, resolve);
    });
    if ('error' in answer) return answer;
    if (answer.snapshot !== null && request.cursor === undefined) this.alarms.clear();
    this.#take(answer);
    return answer;
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

  close(): void {
    this.#socket.disconnect();
  }

  #take({ cursor, snapshot }: LiveSnapshot): void {
    this.cursor = cursor;
    for (const alarm of snapshot ?? []) this.alarms.set(alarm.id, alarm);
  }

  #apply(changes: LiveChanges): void {
    this.received.push(changes);
    this.cursor = changes.cursor;
    for (const { op, alarm } of changes.changes)
      if (op === 'upsert') this.alarms.set(alarm.id, alarm);
      else this.alarms.delete(alarm.id);
  }
}
