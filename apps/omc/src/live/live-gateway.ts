import { Inject } from '@nestjs/common';
import { type OnGatewayConnection, type OnGatewayInit, WebSocketGateway } from '@nestjs/websockets';
import type { AlarmChange } from '@omc/alarm';
import { type ClientToServer, LIVE_NAMESPACE, type ServerToClient } from '@omc/api';
import { asyncScheduler, map, throttleTime } from 'rxjs';
import type { Namespace } from 'socket.io';
import { credentialsOf, isSameOrigin } from '../access/credentials-of-request.js';
import { OMC, type Omc } from '../omc.js';
import { filteredChanges } from './filtered-changes.js';
import { encodeCursor } from './live-cursor.js';
import { type LiveSocket, leave, type SocketData, startOver, subscribe } from './subscriber.js';

type LiveNamespace = Namespace<ClientToServer, ServerToClient, Record<string, never>, SocketData>;

const SUMMARY_EVERY_MS = 500;
/** A client with more messages than this waiting for its network gets a new list later instead. */
const MOST_WAITING = 200;

/** The live alarm stream over socket.io. */
@WebSocketGateway({ namespace: LIVE_NAMESPACE })
export class LiveGateway implements OnGatewayInit<LiveNamespace>, OnGatewayConnection<LiveSocket> {
  readonly #omc: Omc;

  constructor(@Inject(OMC) omc: Omc) {
    this.#omc = omc;
  }

  afterInit(namespace: LiveNamespace): void {
    const { live, office, committed$, sessions } = this.#omc;
    namespace.use((socket, next) => {
      this.#admit(socket).then((refusal) => next(refusal), next);
    });
    live.published$.subscribe((changes) => this.#send(namespace, changes));
    committed$
      .pipe(
        throttleTime(SUMMARY_EVERY_MS, asyncScheduler, { leading: true, trailing: true }),
        map(() => office.summary()),
      )
      .subscribe((summary) => namespace.emit('summary', summary));
    sessions.closed$.subscribe((token) => {
      for (const socket of namespace.sockets.values())
        if (socket.data.token === token) socket.disconnect(true);
    });
  }

  handleConnection(socket: LiveSocket): void {
    const { live, office, log } = this.#omc;
    const failed = (err: unknown) => {
      log.error({ err }, 'a live subscription failed');
      socket.disconnect(true);
    };
    socket.on('subscribe', (request: unknown, done: unknown) => {
      subscribe(socket, live, request, done).catch(failed);
    });
    socket.conn.on('drain', () => {
      if (
        socket.data.wanted !== undefined &&
        !socket.rooms.has(socket.data.wanted.room) &&
        socket.data.lagging
      ) {
        socket.data.lagging = false;
        startOver(socket, live).catch(failed);
      }
    });
    socket.emit('summary', office.summary());
  }

  async #admit(socket: LiveSocket): Promise<Error | undefined> {
    const given: unknown = socket.handshake.auth['token'];
    const byToken = typeof given === 'string' ? { token: given, byCookie: false } : undefined;
    const credentials = byToken ?? credentialsOf(socket.handshake.headers);
    const session = credentials && (await this.#omc.sessions.find(credentials.token));
    if (credentials === undefined || session === undefined) return new Error('unauthorized');
    if (credentials.byCookie && !isSameOrigin(socket.handshake.headers)) return new Error('forbidden origin');
    socket.data.session = session;
    socket.data.token = credentials.token;
    return undefined;
  }

  #send(namespace: LiveNamespace, changes: readonly AlarmChange[]): void {
    const { live, office } = this.#omc;
    const cursor = encodeCursor(live.seq);
    for (const [room, { matches }] of this.#rooms(namespace)) {
      const steps = filteredChanges(changes, matches, (alarm) => office.present(alarm));
      if (steps.length > 0) namespace.to(room).emit('changes', { cursor, changes: steps });
    }
  }

  /** The rooms with somebody in them, after those left who cannot keep up. */
  #rooms(namespace: LiveNamespace) {
    const rooms = new Map<string, NonNullable<SocketData['wanted']>['selection']>();
    for (const socket of namespace.sockets.values()) {
      const { wanted } = socket.data;
      if (wanted === undefined || !socket.rooms.has(wanted.room)) continue;
      if (waitingFor(socket) > MOST_WAITING) this.#dropBehind(socket);
      else rooms.set(wanted.room, wanted.selection);
    }
    return rooms;
  }

  #dropBehind(socket: LiveSocket): void {
    socket.data.lagging = true;
    leave(socket).catch((err: unknown) =>
      this.#omc.log.error({ err }, 'a slow client could not be set aside'),
    );
  }
}

/** How many messages wait for a client's network. */
function waitingFor(socket: LiveSocket): number {
  // engine.io keeps them in an array that its types hide.
  return (socket.conn as unknown as { writeBuffer: readonly unknown[] }).writeBuffer.length;
}
