import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** `gone`: the connection ends without one. */
type Answer = { readonly status: number; readonly body?: unknown } | 'gone';

/** The part of an OMC that the program talks to, for tests: it knows one user and answers commands from a table. */
export class SmallOmc {
  /** What was asked, as `METHOD path` and, for commands, the command. */
  readonly asked: string[] = [];
  readonly #server: Server = createServer((request, response) => {
    this.#handle(request, response).catch((error: unknown) => response.destroy(error as Error));
  });

  constructor(readonly answers: Readonly<Record<string, Answer>>) {}

  async listen(): Promise<number> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return (this.#server.address() as AddressInfo).port;
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const content = await text(request);
    const answer = this.#answer(request, content === '' ? undefined : JSON.parse(content));
    if (answer === 'gone') return void request.socket.destroy();
    const { status, body } = answer;
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(body === undefined ? undefined : JSON.stringify(body));
  }

  #answer(request: IncomingMessage, body: Record<string, string> | undefined): Answer {
    const asked = `${request.method} ${request.url}`;
    this.asked.push(body?.['command'] === undefined ? asked : `${asked} ${body['command']}`);
    if (asked === 'POST /api/v1/session') return signIn(body);
    if (request.headers.authorization !== 'Bearer t0k3n') return { status: 401 };
    if (asked === 'DELETE /api/v1/session') return { status: 204 };
    return this.answers[body?.['command'] ?? ''] ?? { status: 500 };
  }
}

function signIn(body: Record<string, string> | undefined): Answer {
  const user = body?.['user'];
  if (body?.['password'] !== 'secret:1')
    return { status: 401, body: { type: 'about:blank', title: 'Wrong user or password', status: 401 } };
  return {
    status: 201,
    body: { token: 't0k3n', user, role: 'admin', expiresAt: '2026-11-24T00:00:00.000Z' },
  };
}
