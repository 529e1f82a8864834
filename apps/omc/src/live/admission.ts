import type { IncomingHttpHeaders } from 'node:http';
import { credentialsOf, isSameOrigin } from '../access/credentials-of-request.js';
import type { Omc } from '../omc.js';
import type { LiveNamespace, LiveSocket } from './live-socket.js';

/** A session that lasts longer is looked at again then; no timer waits for longer. */
const LONGEST_TIMER_MS = 24 * 3_600_000;

/** Decides who may watch, before anything else is done for a client, and for how long. */
export class Admission {
  readonly #omc: Omc;
  readonly #namespace: LiveNamespace;

  constructor(omc: Omc, namespace: LiveNamespace) {
    this.#omc = omc;
    this.#namespace = namespace;
  }

  /** Why a client is not let in; undefined where it is. */
  async refusalOf(socket: LiveSocket): Promise<Error | undefined> {
    const { headers, auth } = socket.handshake;
    const given: unknown = auth['token'];
    const credentials =
      typeof given === 'string' ? { token: given, byCookie: false } : credentialsOf(headers);
    if (credentials?.byCookie === true && !isFromOurPage(headers)) return new Error('forbidden origin');
    const session = credentials && (await this.#omc.sessions.find(credentials.token));
    if (credentials === undefined || session === undefined) return new Error('unauthorized');
    socket.data.session = session;
    socket.data.token = credentials.token;
    return this.isCrowdedBy(session.user) ? new Error('too many connections') : undefined;
  }

  /** Whether somebody has as many connections as anybody may have. */
  isCrowdedBy(user: string): boolean {
    let count = 0;
    for (const { data } of this.#namespace.sockets.values()) if (data.session.user === user) count += 1;
    return count >= this.#omc.configuration.OMC_LIVE_CLIENTS_PER_USER;
  }

  /** Cuts a client off at the end of its session, however it comes. */
  async watch(socket: LiveSocket): Promise<void> {
    const session = await this.#omc.sessions.find(socket.data.token);
    if (session === undefined) return void socket.disconnect(true);
    const { scheduler, now } = this.#omc;
    const lookAgain = () => {
      this.watch(socket).catch((err: unknown) => {
        this.#omc.log.error({ err }, 'a session could not be looked at: its live stream ends');
        socket.disconnect(true);
      });
    };
    const leftMs = Math.max(0, session.expiresAt - now());
    const timer = scheduler.schedule(lookAgain, Math.min(leftMs + 1, LONGEST_TIMER_MS));
    socket.once('disconnect', () => timer.unsubscribe());
  }
}

/**
 * Whether a browser asks from a page of this server. It names its Origin with every websocket; where it polls its own
 * server it may leave it out, but then says that it is the same site.
 */
function isFromOurPage(headers: IncomingHttpHeaders): boolean {
  if (headers.origin === undefined) return headers['sec-fetch-site'] === 'same-origin';
  return isSameOrigin(headers);
}
