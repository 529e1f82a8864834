import { createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer, Server as TlsServer } from 'node:tls';
import type { Actor, Bilingual, Scope } from '@omc/alarm';
import type { AlarmResource } from '@omc/api';
import type { AlarmSelection, MmlBackend } from '@omc/mml';
import type { CertificateFiles } from '@omc/southbound';
import type { Logger } from 'pino';
import type { SchedulerLike, Subscription } from 'rxjs';
import type { Sessions } from '../../access/sessions.js';
import { busyPort } from '../../busy-port.js';
import { followServerCertificates } from '../../http/server-certificates.js';
import { AlarmFeed, type FeedSource } from './alarm-feed.js';
import { MmlConnection } from './mml-connection.js';
import type { MmlLimits } from './mml-limits.js';
import { TcpSession } from './tcp-session.js';

/** What the server takes from the house. */
export interface MmlServerParts {
  /** What serves somebody's commands, whoever they are by then. */
  readonly backendOf: (actor: Actor) => MmlBackend;
  readonly sessions: Pick<Sessions, 'open' | 'find' | 'close' | 'closed$' | 'mustChange'>;
  readonly limits: MmlLimits;
  readonly scheduler: SchedulerLike;
  readonly now: () => number;
  readonly log: Pick<Logger, 'info' | 'debug' | 'warn' | 'error'>;
  /** Where alarms are taken from that are reported as they come and go. */
  readonly alarms: FeedSource & {
    readonly matcherOf: (
      selection: AlarmSelection,
      scope: Scope,
    ) => Promise<(alarm: AlarmResource) => boolean>;
  };
  /** Certificate and key, where TLS is spoken. */
  readonly tls?: { readonly cert: Buffer; readonly key: Buffer; readonly minVersion: 'TLSv1.2' };
}

/** How often the operating system asks a silent client whether it is still there. */
const KEEP_ALIVE_MS = 60_000;
const HANDSHAKE_MS = 10_000;

/** MML over TCP: takes connections, bounds their number, and ends them all. */
export class MmlServer {
  readonly #tcp: Server | TlsServer;
  readonly #parts: MmlServerParts;
  readonly #connections = new Set<MmlConnection>();
  readonly #serving = new Set<Promise<void>>();
  readonly #revoked: Subscription;
  #number = 0;

  constructor(parts: MmlServerParts) {
    this.#parts = parts;
    const take = (socket: Socket) => this.#take(socket);
    this.#tcp =
      parts.tls === undefined
        ? createServer({ allowHalfOpen: true }, take)
        : // Half open, whoever breaks off a handshake would stay for ever.
          createTlsServer({ ...parts.tls, handshakeTimeout: HANDSHAKE_MS }, take);
    this.#tcp.on('tlsClientError', (err) => parts.log.debug({ err }, 'an MML client does not speak TLS'));
    this.#tcp.maxConnections = parts.limits.mostSessions + 2 * parts.limits.mostStrangers;
    this.#revoked = parts.sessions.closed$.subscribe((token) => this.#dismissSessionOf(token));
  }

  /** Listens; gives the port. Rejects where it is taken, naming it. */
  async listen(port: number, host: string): Promise<number> {
    await new Promise<void>((resolve, reject) => {
      this.#tcp.once('error', (error) => reject(busyPort(error, `TCP ${host}:${port} (OMC_MML_PORT)`)));
      this.#tcp.listen(port, host, resolve);
    });
    this.#tcp.removeAllListeners('error').on('error', (err) => this.#parts.log.warn({ err }, 'MML over TCP'));
    const address = this.#tcp.address();
    return typeof address === 'object' && address !== null ? address.port : port;
  }

  /** Has renewed files count for those who come from then on; undefined where no TLS is spoken. */
  followCertificates(files: CertificateFiles): Subscription | undefined {
    const { scheduler, log } = this.#parts;
    return this.#tcp instanceof TlsServer
      ? followServerCertificates(this.#tcp, files, scheduler, log)
      : undefined;
  }

  /** Ends every connection, and waits until their sessions are closed. */
  async close(): Promise<void> {
    this.#revoked.unsubscribe();
    const closed = new Promise((resolve) => this.#tcp.close(resolve));
    for (const connection of this.#connections) connection.cut();
    await Promise.all([closed, ...this.#serving]);
  }

  #take(socket: Socket): void {
    socket.setKeepAlive(true, KEEP_ALIVE_MS).setNoDelay(true);
    // What breaks a connection also ends its iteration, which tells.
    socket.on('error', (err) => this.#parts.log.debug({ err }, 'an MML connection broke'));
    this.#makeRoom();
    const connection = this.#connectionOn(socket);
    this.#connections.add(connection);
    socket.once('close', () => this.#connections.delete(connection));
    const serving = this.#serve(connection, socket.remoteAddress);
    this.#serving.add(serving);
    void serving.finally(() => this.#serving.delete(serving));
  }

  #connectionOn(socket: Socket): MmlConnection {
    const { backendOf, sessions, limits, scheduler, now, log } = this.#parts;
    const from = socket.remoteAddress;
    const session: TcpSession = new TcpSession({
      sessions,
      from: from ?? '',
      now,
      nextNumber: () => ++this.#number,
      logError: (err) => log.error({ err }, 'an MML command failed'),
      takePlace: () => this.sessions < limits.mostSessions,
      reportAlarms: (selection) => this.#feed(selection, connection),
    });
    const onLogin = () => log.info({ user: session.user, from }, 'logged in over MML');
    const backend = backendOf(session);
    const connection: MmlConnection = new MmlConnection(socket, {
      backend,
      session,
      limits,
      scheduler,
      onLogin,
    });
    return connection;
  }

  async #feed(selection: AlarmSelection, connection: MmlConnection): Promise<() => void> {
    const { alarms, now, log } = this.#parts;
    const feed = new AlarmFeed(alarms, await alarms.matcherOf(selection, connection.session.scope), {
      language: () => connection.session.language,
      now,
      send: (report) => connection.show(report),
      onFault: (err) => log.warn({ err }, 'an alarm could not be reported over MML'),
    });
    return () => feed.stop();
  }

  async #serve(connection: MmlConnection, from: string | undefined): Promise<void> {
    try {
      await connection.serve();
    } catch (err) {
      this.#parts.log.debug({ err, from }, 'an MML connection broke');
    }
    try {
      await connection.session.leave();
    } catch (err) {
      this.#parts.log.warn({ err, from }, 'a session of MML could not be closed');
    }
  }

  /** How many connections there are, of users and others. */
  get connections(): number {
    return this.#connections.size;
  }

  /** What was given to connections and is not yet with the operating system, in bytes. */
  get bytesWaiting(): number {
    return [...this.#connections].reduce((sum, { bytesWaiting }) => sum + bytesWaiting, 0);
  }

  /** How many users are logged in. */
  get sessions(): number {
    return [...this.#connections].filter(({ session }) => session.role !== undefined).length;
  }

  /**
   * Those who do not log in cannot keep others from it: the oldest of too many has to go, and does not stay long
   * where too many are going.
   */
  #makeRoom(): void {
    const { mostStrangers } = this.#parts.limits;
    const strangers = [...this.#connections].filter(({ session }) => session.role === undefined);
    const waiting = strangers.filter(({ isClosing }) => !isClosing);
    if (waiting.length >= mostStrangers) this.#dismiss(waiting[0], crowded);
    if (strangers.length - waiting.length >= mostStrangers)
      strangers.find(({ isClosing }) => isClosing)?.cut();
  }

  #dismissSessionOf(token: string): void {
    this.#dismiss(
      [...this.#connections].find(({ session }) => session.has(token)),
      revoked,
    );
  }

  #dismiss(connection: MmlConnection | undefined, reason: Bilingual): void {
    connection?.dismiss(reason).catch(() => connection.cut());
  }
}

const crowded = { en: 'others are waiting to log in', zh: '等待登录的连接过多' };
const revoked = { en: 'the session was ended', zh: '会话已被终止' };
