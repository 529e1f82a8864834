import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { RegisteredElement } from './register-elements.js';
import { type RegistrationSettings, registerNetwork } from './register-network.js';

type Reply = readonly [status: number, body?: object];
type Replies = Readonly<Record<string, Reply | readonly Reply[] | ((body: unknown) => Reply)>>;

const session = { token: 't1', user: 'admin', role: 'admin', expiresAt: '2026-11-23T14:00:00.000Z' };
const problemOf = (status: number, title: string) => ({ type: 'about:blank', title, status });
const element = { id: 'eNB-1', host: '127.1.0.1', port: 9001 };
const neResource = {
  ...{ ...element, kind: 'link' },
  link: { state: 'connected', lastHandshakeAt: null, misses: 0, clockOffsetMs: null, reason: null },
};
const filter = (alarmId: number, origin: 'stored' | 'catalogue', ne: string | null = null) => ({
  ...{ alarmId, ne, object: null, origin, realTime: false },
  ...{ createWindow: 90, createThreshold: 90, restoreWindow: 15, restoreThreshold: 0 },
  ...{ statWindow: 0, statCreate: 0, statRestore: 0 },
});

/** An HTTP server in the place of an OMC: the replies to each request, in turn; the last one stays. */
async function startOmc(replies: Replies) {
  const asked: string[] = [];
  const given = new Map<string, number>();
  const replyTo = (request: string, body: string): Reply => {
    const reply = replies[request];
    if (reply === undefined) return [404, problemOf(404, 'Not Found')];
    if (typeof reply === 'function') return reply(JSON.parse(body));
    if (typeof reply[0] === 'number') return reply as Reply;
    const turn = given.get(request) ?? 0;
    given.set(request, turn + 1);
    return (reply as readonly Reply[])[Math.min(turn, reply.length - 1)] ?? [500];
  };
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const name = nameOf(request);
      asked.push(body === '' ? name : `${name} ${body}`);
      const [status, answer] = replyTo(name, body);
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(answer === undefined ? '' : JSON.stringify(answer));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { asked, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

function nameOf({ method, url, headers }: IncomingMessage): string {
  const signedIn = headers.authorization === 'Bearer t1';
  return signedIn || url === '/readyz' || url?.endsWith('/session') ? `${method} ${url}` : 'not signed in';
}

const signingIn: Replies = {
  'GET /readyz': [200, {}],
  'POST /api/v1/session': [201, session],
  'DELETE /api/v1/session': [204],
};

async function register(
  replies: Replies,
  more: Partial<RegistrationSettings> = {},
  elements: readonly RegisteredElement[] = [element],
) {
  const { asked, url } = await startOmc({ ...signingIn, ...replies });
  const told: string[] = [];
  const settings = {
    access: { url, user: 'admin', password: 'secret-1' },
    stop: new AbortController().signal,
    retryMs: 1,
    tell: (line: string) => told.push(line.replace(url, 'URL')),
    ...more,
  };
  return { asked, told, done: registerNetwork(elements, settings) };
}

describe('registering a network', () => {
  it('signs in, adds each NE with its address, and signs out', async () => {
    const { asked, told, done } = await register({ 'POST /api/v1/nes': [201, neResource] });
    expect(await done).toEqual({ added: 1, known: 0, moved: 0 });
    expect(asked).toEqual([
      'GET /readyz',
      'POST /api/v1/session {"user":"admin","password":"secret-1"}',
      'POST /api/v1/nes {"id":"eNB-1","kind":"link","host":"127.1.0.1","port":9001}',
      'DELETE /api/v1/session',
    ]);
    expect(told).toEqual(['registered at URL: 1 added, 0 there already, 0 moved']);
  });

  it('leaves an NE alone that is there at the same address', async () => {
    const replies: Replies = { 'POST /api/v1/nes': [409, {}], 'GET /api/v1/nes/eNB-1': [200, neResource] };
    const { done } = await register(replies);
    expect(await done).toEqual({ added: 0, known: 1, moved: 0 });
  });

  it('moves an NE that is there at another address', async () => {
    const { asked, done } = await register({
      'POST /api/v1/nes': [409, {}],
      'GET /api/v1/nes/eNB-1': [200, { ...neResource, port: 9999 }],
      'PATCH /api/v1/nes/eNB-1': [200, neResource],
    });
    expect(await done).toEqual({ added: 0, known: 0, moved: 1 });
    expect(asked).toContain('PATCH /api/v1/nes/eNB-1 {"host":"127.1.0.1","port":9001}');
  });

  it('adds many, each once', async () => {
    const elements = Array.from({ length: 100 }, (_, index) => ({ ...element, id: `eNB-${index}` }));
    const added: unknown[] = [];
    const add = (body: unknown): Reply => {
      added.push((body as { id: unknown }).id);
      return [201, neResource];
    };
    const { done } = await register({ 'POST /api/v1/nes': add }, {}, elements);
    expect(await done).toEqual({ added: 100, known: 0, moved: 0 });
    expect(new Set(added)).toEqual(new Set(elements.map(({ id }) => id)));
  });

  const topology = { site: 'Site=1', objects: [{ object: 'Cell=1' }] };

  it('tells what the objects of an NE require once all are known', async () => {
    const { asked, told, done } = await register(
      { 'POST /api/v1/nes': [201, neResource], 'PUT /api/v1/nes/eNB-1/topology': [200, topology] },
      {},
      [{ ...element, topology }],
    );
    await done;
    expect(asked).toContain(`PUT /api/v1/nes/eNB-1/topology ${JSON.stringify(topology)}`);
    expect(told.at(-1)).toBe('1 topologies told');
  });

  it('says so, and goes on, where the OMC takes no topologies', async () => {
    const { told, done } = await register({ 'POST /api/v1/nes': [201, neResource] }, {}, [
      { ...element, topology },
    ]);
    await done;
    expect(told.at(-1)).toContain('takes no topologies (it answers 404 to PUT /api/v1/nes/{id}/topology)');
  });

  it('gives up where a topology is refused, and says why', async () => {
    const refusal: Reply = [400, problemOf(400, 'Bad Request')];
    const { done } = await register(
      { 'POST /api/v1/nes': [201, neResource], 'PUT /api/v1/nes/eNB-1/topology': refusal },
      {},
      [{ ...element, topology }],
    );
    await expect(done).rejects.toThrow('cannot tell the topology of eNB-1');
  });

  it('waits while the OMC is not ready, and says so once', async () => {
    const { told, done } = await register({
      'GET /readyz': [
        [503, {}],
        [503, {}],
        [503, {}],
        [200, {}],
      ],
      'POST /api/v1/nes': [
        [503, {}],
        [201, neResource],
      ],
    });
    expect(await done).toMatchObject({ added: 1 });
    expect(told[0]).toBe('waiting for the OMC at URL (it answers 503)');
    expect(told).toHaveLength(2);
  });

  it('waits for an OMC that is not there until it is told to stop', async () => {
    const stop = new AbortController();
    const told: string[] = [];
    const done = registerNetwork([element], {
      access: { url: 'http://127.1.45.1:9009', user: 'admin', password: 'secret-1' },
      stop: stop.signal,
      retryMs: 1,
      tell: (line) => {
        told.push(line);
        stop.abort();
      },
    });
    await expect(done).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }));
    expect(told).toEqual([
      'waiting for the OMC at http://127.1.45.1:9009 (it cannot be reached: ECONNREFUSED)',
    ]);
  });

  it('says that the password is wrong, without saying the password', async () => {
    const { done } = await register({
      'POST /api/v1/session': [401, problemOf(401, 'Wrong user or password')],
    });
    const message = await done.catch((error: Error) => `${error.name}: ${error.message}`);
    expect(message).toMatch(
      /^RegistrationError: the OMC at .* does not let user "admin" in: 401 Wrong user or password; the password is/,
    );
    expect(message).not.toContain('secret-1');
  });

  it('names the NE that is refused, and why', async () => {
    const refusal = { ...problemOf(400, 'Not valid'), errors: [{ field: 'host', reason: 'is not allowed' }] };
    const { done } = await register({ 'POST /api/v1/nes': [400, refusal] });
    await expect(done).rejects.toThrow(
      /register eNB-1 \(127\.1\.0\.1:9001\) .*400 Not valid, host is not allowed/,
    );
  });
});

describe('a demo', () => {
  it('shortens the windows of slow types for which nobody has stored a filter', async () => {
    const items = [
      filter(29240, 'stored'),
      filter(29243, 'catalogue'),
      filter(29290, 'catalogue'),
      filter(29290, 'stored', 'eNB-1'),
      filter(25888, 'catalogue'),
    ];
    const { asked, told, done } = await register(
      {
        'POST /api/v1/nes': [201, neResource],
        'GET /api/v1/filters': [200, { items, nextCursor: null }],
        'PUT /api/v1/filters': [200, filter(29243, 'stored')],
      },
      { demo: true },
    );
    await done;
    expect(asked.filter((request) => request.startsWith('PUT'))).toEqual([
      'PUT /api/v1/filters {"alarmId":29243,"createWindow":10,"restoreWindow":5}',
      'PUT /api/v1/filters {"alarmId":29290,"createWindow":10,"restoreWindow":5}',
    ]);
    expect(told.at(-1)).toBe('demo: alarm types 29243, 29290 now raise after 10 s and clear after 5 s');
  });
});
