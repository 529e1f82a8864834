import { setTimeout as pause } from 'node:timers/promises';
import { problem, sessionResource } from '@omc/api';
import { RegistrationError } from './registration-error.js';

/** How to reach an OMC and as whom. */
export interface OmcAccess {
  /** Its address, such as http://127.0.0.1:3000. */
  readonly url: string;
  readonly user: string;
  readonly password: string;
}

/** What a client goes by beside its access. */
export interface OmcClientSettings {
  readonly access: OmcAccess;
  /** Ends everything under way. */
  readonly stop: AbortSignal;
  /** Milliseconds between two attempts. */
  readonly retryMs: number;
  /** Told in one line what the client waits for, once for each reason. */
  readonly tell: (line: string) => void;
}

/** What the OMC answered to a request. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Statuses that may be others in a moment. */
const TRANSIENT: readonly number[] = [429, 502, 503, 504];

/**
 * Talks to the REST API of an OMC; tries again for as long as the OMC is not reachable or not ready. Everything
 * rejects with an AbortError when `stop` is aborted, and with RegistrationError where trying again is no use.
 */
export class OmcClient {
  readonly #settings: OmcClientSettings;
  #token: string | undefined;
  #told = '';

  constructor(settings: OmcClientSettings) {
    this.#settings = settings;
  }

  /** Where the OMC is. */
  get url(): string {
    return this.#settings.access.url;
  }

  /** Waits until the OMC is ready and signs in. */
  async signIn(): Promise<void> {
    await this.#patiently(
      () => this.#request('GET', '/readyz'),
      (status) => status !== 200,
    );
    const { user, password } = this.#settings.access;
    const answer = await this.send('POST', '/session', { user, password });
    if (answer.status === 401 || answer.status === 403)
      throw new RegistrationError(
        `the OMC at ${this.url} does not let user "${user}" in: ${reasonOf(answer)}; ` +
          'the password is that of OMC_PASSWORD, else of OMC_ADMIN_PASSWORD',
      );
    const session = sessionResource.safeParse(answer.body);
    if (!session.success) throw this.unexpected('sign in', answer);
    this.#token = session.data.token;
  }

  /** Ends the session. */
  async signOut(): Promise<void> {
    await this.send('DELETE', '/session');
    this.#token = undefined;
  }

  /** One request below /api/v1. */
  send(method: Method, path: string, body?: object): Promise<Answer> {
    return this.#patiently(
      () => this.#request(method, `/api/v1${path}`, body),
      (status) => TRANSIENT.includes(status),
    );
  }

  /** The error that says that a request was refused, and why. */
  unexpected(what: string, answer: Answer): RegistrationError {
    return new RegistrationError(`cannot ${what} at ${this.url}: ${reasonOf(answer)}`);
  }

  /** Repeats a request while the OMC does not answer or answers that it cannot yet. */
  async #patiently(
    request: () => Promise<Answer>,
    isTransient: (status: number) => boolean,
  ): Promise<Answer> {
    const { stop, retryMs } = this.#settings;
    while (true) {
      const answer = await request().catch((error: Error) => this.#unreachable(error));
      if (typeof answer !== 'string' && !isTransient(answer.status)) return answer;
      this.#tellWait(typeof answer === 'string' ? answer : reasonOf(answer));
      await pause(retryMs, undefined, { signal: stop });
    }
  }

  /** Why there was no answer. An OMC that is not there yet may come; whatever else goes wrong is thrown again. */
  #unreachable(error: Error): string {
    this.#settings.stop.throwIfAborted();
    const { cause } = error;
    if (!(cause instanceof Error)) throw error;
    return `it cannot be reached: ${(cause as NodeJS.ErrnoException).code ?? cause.message}`;
  }

  #tellWait(reason: string): void {
    const line = `waiting for the OMC at ${this.url} (${reason})`;
    if (line !== this.#told) this.#settings.tell(line);
    this.#told = line;
  }

  async #request(method: Method, path: string, body?: object): Promise<Answer> {
    const response = await fetch(new URL(path, this.url), {
      method,
      // One of its own: thousands of requests that listen to the same one look like a leak to Node.
      signal: AbortSignal.any([this.#settings.stop]),
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(this.#token !== undefined && { authorization: `Bearer ${this.#token}` }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: jsonOf(await response.text()) };
  }
}

/** JSON, or the text itself where it is none. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function reasonOf({ status, body }: Answer): string {
  const told = problem.safeParse(body);
  if (!told.success) return `it answers ${status}`;
  const { title, detail, errors = [] } = told.data;
  const members = errors.map(({ field, reason }) => `${field} ${reason}`).join('; ');
  return [`${status} ${title}`, detail, members].filter(Boolean).join(', ');
}
