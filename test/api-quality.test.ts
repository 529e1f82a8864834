import { connect } from 'node:net';
import { makeOmc, OmcClient, type OmcProcess } from '@omc/harness';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

interface Problem {
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly requestId: string;
  readonly errors?: { readonly field: string; readonly reason: string }[];
}

describe('what every request passes', () => {
  let omc: OmcProcess;
  let client: OmcClient;
  let stranger: OmcClient;

  beforeAll(async () => {
    omc = await makeOmc({ OMC_LOG_LEVEL: 'debug' });
    await omc.start();
    client = await OmcClient.signIn(omc.url);
    stranger = new OmcClient(omc.url);
  });

  afterAll(async () => omc?.remove());

  const fetched = (path: string, init: RequestInit = {}) =>
    fetch(`${omc.url}${path}`, {
      ...init,
      headers: { authorization: `Bearer ${client.token}`, ...init.headers },
    });

  it('tells who is known, and nobody else, that a path or a method does not exist', async () => {
    expect(await client.get<Problem>('/api/v1/nothing')).toMatchObject({
      status: 404,
      type: expect.stringContaining('application/problem+json'),
      body: { title: 'Not found', status: 404 },
    });
    expect((await stranger.get('/api/v1/nothing')).status).toBe(401);
    const response = await fetched('/api/v1/nes', { method: 'DELETE' });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, HEAD, POST');
    expect(((await response.json()) as Problem).detail).toContain('DELETE is not known here');
    expect((await stranger.request('DELETE', '/api/v1/nes')).status).toBe(401);
    expect((await client.get('/eventListener/v7')).status).toBe(405);
    expect((await fetched('/api/v1/nes', { method: 'HEAD' })).status).toBe(200);
  });

  it('names each request in its answer, its problem and the log', async () => {
    const named = await fetched('/api/v1/alarms?limit=0', { headers: { 'x-request-id': 'ticket-4711' } });
    expect(named.headers.get('x-request-id')).toBe('ticket-4711');
    expect(((await named.json()) as Problem).requestId).toBe('ticket-4711');
    const forged = await fetched('/healthz', { headers: { 'x-request-id': 'a b"c' } });
    expect(forged.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    const logged = omc.output.split('\n').find((line) => line.includes('ticket-4711'));
    expect(JSON.parse(logged ?? '')).toMatchObject({ path: '/api/v1/alarms', status: 400, user: 'admin' });
  });

  it('takes JSON only where JSON is due, and says how much of it', async () => {
    const text = await client.request<Problem>('POST', '/api/v1/nes', 'id=x', {
      'content-type': 'text/plain',
    });
    expect(text).toMatchObject({ status: 415, body: { detail: 'send application/json' } });
    const ndjson = await client.request<Problem>('POST', '/api/v1/nes/bulk', '{}');
    expect(ndjson.status).toBe(415);
    const large = await client.post<Problem>('/api/v1/mml', { command: 'x'.repeat(2 ** 20) });
    expect(large).toMatchObject({ status: 413, body: { detail: `the body has more than ${2 ** 20} bytes` } });
    expect((await stranger.post('/api/v1/mml', { command: 'x'.repeat(2 ** 20) })).status).toBe(401);
  });

  it('takes no body for one without members, whether or not its length is told', async () => {
    const path = '/api/v1/alarms/0192f0c4-7a1b-7001-8abc-000000000001/acknowledge';
    // fetch tells a length of 0.
    expect((await fetched(path, { method: 'POST' })).status).toBe(404);
    const nothing = await fetched('/api/v1/mml', { method: 'POST' });
    expect(nothing.status).toBe(400);
    expect(((await nothing.json()) as Problem).detail).toContain('command');
    const form = await fetched(path, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(form.status).toBe(415);
  });

  it('refuses bodies that mean no good, naming the member', async () => {
    const post = (body: string) => client.request<Problem>('POST', '/api/v1/nes', body);
    for (const [body, field] of [
      ['{"id":"a","host":"127.0.0.9","port":1,"__proto__":{"role":"admin"}}', '__proto__'],
      ['{"id":"a","host":"127.0.0.9","port":1,"snmp":{"constructor":{}}}', 'snmp.constructor'],
      ['{"id":"a","host":"127.0.0.9\\u0000","port":1}', 'host'],
    ] as const) {
      const answer = await post(body);
      expect(answer.status, body).toBe(400);
      expect(answer.body.errors?.[0]?.field).toBe(field);
    }
    expect(await post(`${'['.repeat(200_000)}${']'.repeat(200_000)}`)).toMatchObject({
      status: 400,
      body: { detail: 'the body is nested more than 32 levels deep' },
    });
    expect((await post('{"id":')).body.detail).toContain('the body is no JSON');
    for (const encoding of ['gzip', 'deflate', 'br']) {
      const headers = { 'content-type': 'application/json', 'content-encoding': encoding };
      const packed = await client.request<Problem>('POST', '/api/v1/nes', '{"id":"a"}', headers);
      expect(packed.status, encoding).toBe(400);
      expect(packed.body.detail, encoding).toContain('not packed as its Content-Encoding says');
    }
    expect(await post('7')).toMatchObject({ status: 400 });
    const line = await client.request<string>('POST', '/api/v1/nes/bulk', '{"id":"a","__proto__":1}\n', {
      'content-type': 'application/x-ndjson',
    });
    expect(JSON.parse(line.body)).toMatchObject({
      status: 400,
      error: '__proto__: is not allowed as a name',
    });
    expect((await client.get<{ role: string }>('/api/v1/session')).body.role).toBe('admin');
  });

  it('refuses URLs that mean no good, naming the member', async () => {
    for (const [path, field] of [
      ['/api/v1/alarms?severity=major&severity=minor', 'severity'],
      ['/api/v1/alarms?ne=%zz', 'ne'],
      ['/api/v1/alarms?q=%00', 'q'],
      ['/api/v1/alarms?__proto__=1', '__proto__'],
      ['/api/v1/alarms/summary?state=all', 'state'],
      ['/api/v1/alarms/%E0%A4%A', undefined],
      ['/api/v1/nes/a%00b', undefined],
    ] as const) {
      const { status, body } = await client.get<Problem>(path);
      expect(status, path).toBe(400);
      expect(body.errors?.[0]?.field, path).toBe(field);
    }
  });

  it('gives a list once, as long as it is the same', async () => {
    for (const path of ['/api/v1/alarm-types', '/api/v1/filters', '/api/v1/alarms', '/api/v1/nes']) {
      const etag = (await fetched(path)).headers.get('etag') ?? '';
      expect(etag, path).not.toBe('');
      expect(
        (await fetched(path, { headers: { 'if-none-match': etag, 'cache-control': 'max-age=0' } })).status,
        path,
      ).toBe(304);
    }
  });

  it('gives a cursor that is good for its list alone', async () => {
    for (const id of ['a', 'b', 'c']) await client.addNe({ id, host: '127.0.0.9', port: 9 });
    const { body } = await client.get<{ items: { id: string }[]; nextCursor: string }>('/api/v1/nes?limit=2');
    const rest = await client.get<{ items: { id: string }[] }>(`/api/v1/nes?cursor=${body.nextCursor}`);
    expect(rest.body.items.map(({ id }) => id)).toEqual(['c']);
    expect((await client.get(`/api/v1/ledger?cursor=${body.nextCursor}`)).status).toBe(400);
    expect((await client.get('/api/v1/nes?cursor=a')).status).toBe(400);
  });

  it('answers a request that is none with 400, and goes on', async () => {
    const socket = connect(omc.port, '127.0.0.1');
    const answer = new Promise<string>((resolve) => {
      let text = '';
      socket.on('data', (chunk) => (text += chunk.toString()));
      socket.on('close', () => resolve(text));
    });
    socket.write('GET /api/v1/alarms HTTP/9.9\r\nnonsense\r\n\r\n');
    expect(await answer).toContain('400 Bad Request');
    expect((await client.get('/healthz')).status).toBe(200);
  });
});

describe('the limit of requests', () => {
  let omc: OmcProcess;
  let client: OmcClient;

  beforeAll(async () => {
    omc = await makeOmc({ OMC_RATE_LIMIT: '2' });
    await omc.start();
    client = await OmcClient.signIn(omc.url);
  });

  afterAll(async () => omc?.remove());

  const many = (of: OmcClient, path: string) =>
    Promise.all(Array.from({ length: 60 }, () => of.get<Problem>(path)));

  it('holds for each user and for strangers apart, and never for health', async () => {
    const answers = await many(client, '/api/v1/session');
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(15);
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(35);
    expect(refused[0]?.body.detail).toMatch(/^too many requests; try again in 1 s$/);
    const strangers = await many(new OmcClient(omc.url), '/api/v1/session');
    expect(new Set(strangers.map(({ status }) => status))).toEqual(new Set([401, 429]));
    expect((await many(client, '/healthz')).every(({ status }) => status === 200)).toBe(true);
    const late = await fetch(`${omc.url}/api/v1/session`, { headers: { authorization: 'Bearer no' } });
    expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});
