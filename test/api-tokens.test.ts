import type { ApiTokenPost, ApiTokenResource, MmlResource, NewApiTokenResource, Problem } from '@omc/api';
import { LiveList, makeOmc, OmcClient, type OmcProcess, openStream, until } from '@omc/harness';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const TOKENS = '/api/v1/tokens';

/** Tokens of programs at every way into the real OMC. */
describe('API tokens', () => {
  let omc: OmcProcess;
  let admin: OmcClient;

  beforeAll(async () => {
    omc = await makeOmc();
    await omc.start();
    admin = await OmcClient.signIn(omc.url);
  });

  afterAll(async () => omc?.remove());

  const make = async (post: ApiTokenPost) => {
    const { status, body } = await admin.post<NewApiTokenResource>(TOKENS, post);
    if (status !== 201) throw new Error(`token refused: ${JSON.stringify(body)}`);
    return body;
  };
  const bearing = (token: string) => {
    const client = new OmcClient(omc.url);
    client.token = token;
    return client;
  };
  const list = async (query = '') =>
    (await admin.get<{ items: ApiTokenResource[]; nextCursor: string | null }>(`${TOKENS}${query}`)).body;

  it('are shown once, and only their hash is stored', async () => {
    const { token, ...shown } = await make({ name: 'grafana', role: 'viewer' });
    expect(token).toMatch(/^omc_/);
    expect(shown).toMatchObject({
      user: 'admin',
      name: 'grafana',
      role: 'viewer',
      scope: null,
      lastUsedAt: null,
    });
    const listed = await list();
    expect(listed.items).toEqual([shown]);
    expect(JSON.stringify(listed)).not.toContain(token);
    expect(omc.output).not.toContain(token);
  });

  it('let in by REST, socket.io, MML and at the figures, with their role', async () => {
    const { token } = await make({ name: 'reader', role: 'viewer' });
    const program = bearing(token);
    expect((await program.get('/api/v1/alarms')).status).toBe(200);
    expect((await program.get('/metrics')).status).toBe(200);
    expect((await program.get<{ role: string }>('/api/v1/session')).body.role).toBe('viewer');
    const ne = { id: 'eNB-1', kind: 'snmp', host: '127.0.0.9', port: 161 };
    expect((await program.post('/api/v1/nes', ne)).status).toBe(403);
    const run = (command: string) => program.post<MmlResource>('/api/v1/mml', { command });
    expect((await run('LST NE:;')).body.retcode).toBe(0);
    expect((await run('RMV NE: NE=eNB-1;')).body.retcode).toBe(6);
    const live = new LiveList(omc.url, token);
    expect(await live.subscribe()).toHaveProperty('snapshot');
    live.close();
    const [{ lastUsedAt } = { lastUsedAt: null }] = (await list()).items.filter(
      ({ name }) => name === 'reader',
    );
    expect(Date.parse(lastUsedAt ?? '')).toBeGreaterThan(0);
  });

  it('are no cookie, and no session that one can sign out of', async () => {
    const { token, id } = await make({ name: 'cookie', role: 'admin' });
    const stranger = new OmcClient(omc.url);
    const byCookie = await stranger.request('GET', '/api/v1/session', undefined, {
      cookie: `omc_session=${token}`,
    });
    expect(byCookie.status).toBe(401);
    const out = await bearing(token).request<Problem>('DELETE', '/api/v1/session');
    expect(out).toMatchObject({ status: 409, body: { detail: expect.stringContaining(id) } });
    expect((await bearing(token).get('/api/v1/session')).status).toBe(200);
  });

  it('are worth nothing once they are removed, and what is open by them is cut off', async () => {
    const { token, id } = await make({ name: 'leaving', role: 'operator' });
    const program = bearing(token);
    expect((await program.get('/api/v1/alarms')).status).toBe(200);
    const { cutOff } = await openStream(omc.url, token);
    expect((await admin.request('DELETE', `${TOKENS}/${id}`)).status).toBe(204);
    expect((await program.get('/api/v1/alarms')).status).toBe(401);
    expect(await cutOff).toBe('io server disconnect');
    expect((await admin.request('DELETE', `${TOKENS}/${id}`)).status).toBe(404);
    expect((await admin.request('DELETE', `${TOKENS}/no-uuid`)).status).toBe(404);
  });

  it('end when they are to', async () => {
    const expiresAt = new Date(Date.now() + 5_000).toISOString();
    const { token } = await make({ name: 'short', role: 'viewer', expiresAt });
    const program = bearing(token);
    expect((await program.get('/api/v1/session')).status).toBe(200);
    await until('its end', async () => (await program.get('/api/v1/session')).status === 401);
    expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(expiresAt));
  });

  it.each([
    ['name', { name: 'with blank', role: 'viewer' }, 400],
    ['role', { name: 'x', role: 'root' }, 400],
    ['expiresAt', { name: 'x', role: 'viewer', expiresAt: '2020-01-01T00:00:00Z' }, 400],
    ['expiresAt', { name: 'x', role: 'viewer', expiresAt: '2099-01-01T00:00:00Z' }, 400],
    ['scope.nes[0]', { name: 'x', role: 'viewer', scope: { nes: ['e NB'] } }, 400],
    ['name', { name: 'grafana', role: 'viewer' }, 409],
  ])('are refused where %s is wrong (%j)', async (field, post, wanted) => {
    const { status, body } = await admin.post<Problem>(TOKENS, post);
    expect({ status, fields: body.errors?.map((error) => error.field) }).toEqual({
      status: wanted,
      fields: [field],
    });
  });

  it('make no others', async () => {
    const { token } = await make({ name: 'maker', role: 'admin' });
    expect((await bearing(token).post(TOKENS, { name: 'made', role: 'viewer' })).status).toBe(403);
  });

  it('follow their owner: who is limited, changed or shut out', async () => {
    const password = 'a kite over the pond';
    const li = { user: 'li', password, role: 'engineer', scope: { nes: ['eNB-1'], subnets: [] } };
    expect((await admin.post('/api/v1/users', li)).status).toBe(201);
    const signed = await admin.post<{ token: string }>('/api/v1/session', { user: 'li', password });
    const own = bearing(signed.body.token);
    expect((await own.post(TOKENS, { name: 'x', role: 'admin' })).status).toBe(403);
    const elsewhere = { name: 'x', role: 'viewer', scope: { nes: ['eNB-2'] } };
    expect((await own.post(TOKENS, elsewhere)).status).toBe(403);
    const { body } = await own.post<NewApiTokenResource>(TOKENS, { name: 'script', role: 'operator' });
    const listed = await own.get<{ items: ApiTokenResource[] }>(TOKENS);
    expect(listed.body.items.map(({ name }) => name)).toEqual(['script']);
    expect((await list()).items.map(({ user }) => user)).toContain('li');
    const [{ id } = { id: '' }] = (await list()).items.filter(({ user }) => user === 'admin');
    expect((await own.request('DELETE', `${TOKENS}/${id}`)).status).toBe(404);

    const program = bearing(body.token);
    const who = async () => (await program.get<{ role: string; scope: object }>('/api/v1/session')).body;
    expect(await who()).toMatchObject({ role: 'operator', scope: { nes: ['eNB-1'] } });
    const change = (patch: object) => admin.request('PATCH', '/api/v1/users/li', patch);
    expect((await change({ role: 'viewer', scope: { nes: ['eNB-3'] } })).status).toBe(200);
    expect(await who()).toMatchObject({ role: 'viewer', scope: { nes: ['eNB-3'] } });
    const { cutOff } = await openStream(omc.url, body.token);
    expect((await change({ disabled: true })).status).toBe(200);
    expect(await cutOff).toBe('io server disconnect');
    expect((await program.get('/api/v1/session')).status).toBe(401);
    expect((await change({ disabled: false })).status).toBe(200);
    expect((await program.get('/api/v1/session')).status).toBe(200);
    expect((await admin.request('DELETE', '/api/v1/users/li')).status).toBe(204);
    expect((await program.get('/api/v1/session')).status).toBe(401);
    expect((await list()).items.map(({ user }) => user)).not.toContain('li');
  });

  it('stand in the audit log, without what makes them tokens', async () => {
    const { token, id } = await make({ name: 'noted', role: 'viewer' });
    await admin.request('DELETE', `${TOKENS}/${id}`);
    const { body } = await admin.get<{ items: { action: string }[] }>(
      `/api/v1/audit?target=${encodeURIComponent('token admin noted')}`,
    );
    expect(body.items.map(({ action }) => action).sort()).toEqual(['add-token', 'remove-token']);
    expect(JSON.stringify(body)).not.toContain(token);
  });

  it('are listed by pages, each once', async () => {
    const all = (await list()).items.map(({ name }) => name);
    const paged: string[] = [];
    let cursor: string | null = null;
    do {
      const query: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const page = await list(`?limit=2${query}`);
      paged.push(...page.items.map(({ name }) => name));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(paged).toEqual(all);
    expect((await admin.get(`${TOKENS}?cursor=x`)).status).toBe(400);
  });

  it('are at most fifty of one user', async () => {
    const { length } = (await list()).items;
    for (let i = length; i < 50; i++) await make({ name: `t${i}`, role: 'viewer' });
    expect((await admin.post(TOKENS, { name: 'one-more', role: 'viewer' })).status).toBe(409);
    for (const { id, name } of (await list()).items)
      if (/^t\d/.test(name)) await admin.request('DELETE', `${TOKENS}/${id}`);
  });

  it('outlive a restart', async () => {
    const { token } = await make({ name: 'lasting', role: 'engineer' });
    await omc.end();
    await omc.start();
    expect((await bearing(token).get<{ role: string }>('/api/v1/session')).body.role).toBe('engineer');
  });
});
