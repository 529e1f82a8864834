import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import type { People, Session } from '@omc/store';
import { sessionOfUser } from './session-of-user.js';

/** So long a connection's user is not looked up again. */
const KNOWN_MS = 60_000;

/** Knows who shows a certificate of their own: the user whose name is its common name (RFC 5280 §4.1.2.6). */
export class ClientCertificates {
  readonly #people: Pick<People, 'findUser'>;
  readonly #now: () => number;
  #known = new WeakMap<Socket, { readonly session: Session | undefined; readonly until: number }>();

  constructor(people: Pick<People, 'findUser'>, now: () => number) {
    this.#people = people;
    this.#now = now;
  }

  /** Whose connection this is; undefined without a certificate that somebody vouches for, or of nobody's name. */
  async find(socket: Socket): Promise<Session | undefined> {
    if (!(socket instanceof TLSSocket) || !socket.authorized) return undefined;
    const known = this.#known.get(socket);
    if (known !== undefined && known.until > this.#now()) return known.session;
    const name: unknown = socket.getPeerCertificate().subject?.CN;
    const remembered = this.#known;
    const user = typeof name === 'string' ? await this.#people.findUser(name) : null;
    const until = this.#now() + KNOWN_MS;
    const session = user === null || user.disabled ? undefined : sessionOfUser(user, until);
    // Where users were changed while this one was looked up, that is not what is asked next time.
    remembered.set(socket, { session, until });
    return session;
  }

  /** Users were changed or removed: all are looked up again. */
  forget(): void {
    this.#known = new WeakMap();
  }
}
