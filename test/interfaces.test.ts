import type { NeResource } from '@omc/api';
import { LiveList, makeOmc, OmcClient, type OmcProcess, openStream } from '@omc/harness';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

interface Problem {
  title: string;
  status: number;
  detail: string;
  errors?: { field: string; reason: string }[];
}

describe('what the outside sees', () => {
  let omc: OmcProcess;
  let client: OmcClient;
  let stranger: OmcClient;

  beforeAll(async () => {
    omc = await makeOmc();
    await omc.start();
    client = await OmcClient.signIn(omc.url);
    stranger = new OmcClient(omc.url);
  });

  afterAll(async () => omc?.remove());

  it('lets nobody in without a session, but for health, sign-in and the page', async () => {
    for (const path of ['alarms', 'alarms/summary', 'nes', 'filters', 'alarm-types', 'session'])
      expect((await stranger.get(`/api/v1/${path}`)).status, path).toBe(401);
    for (const path of ['/metrics', '/api/openapi.json'])
      expect((await stranger.get(path)).status, path).toBe(401);
    for (const path of ['/healthz', '/readyz']) expect((await stranger.get(path)).status, path).toBe(200);
    expect((await stranger.post<Problem>('/api/v1/session', { user: 'admin', password: 'no' })).status).toBe(
      401,
    );
  });

  it('lets nobody watch without a session', async () => {
    await expect(openStream(omc.url, 'x')).rejects.toThrow('unauthorized');
  });

  it('ends a session for good', async () => {
    const leaving = await OmcClient.signIn(omc.url);
    const list = new LiveList(omc.url, leaving.token);
    await list.subscribe();
    expect((await leaving.request('DELETE', '/api/v1/session')).status).toBe(204);
    expect((await leaving.get('/api/v1/alarms')).status).toBe(401);
    list.close();
  });

  it('tells what is wrong with an input, member by member, as problem+json', async () => {
    const wrong = await client.get<Problem>('/api/v1/alarms?severity=grave&limit=0&colour=red');
    expect(wrong.status).toBe(400);
    expect(wrong.type).toContain('application/problem+json');
    expect(wrong.body.errors?.map(({ field }) => field).sort()).toEqual(['colour', 'limit', 'severity[0]']);
    const notJson = await client.post<Problem>('/api/v1/nes', '{"id":');
    expect(notJson).toMatchObject({ status: 400, body: { title: 'Bad request' } });
    expect((await client.get<Problem>('/api/v1/nothing')).status).toBe(404);
    expect((await client.get('/api/v1/alarms?cursor=abc')).status).toBe(400);
    expect((await client.get('/api/v1/alarms/not-a-uuid')).status).toBe(404);
    expect((await client.post('/api/v1/mml', { command: 'x'.repeat(2_000_000) })).status).toBe(413);
  });

  it('registers, shows, changes and removes NEs', async () => {
    const added = await client.post<NeResource>('/api/v1/nes', { id: 'eNB-9', host: '127.0.0.9', port: 9 });
    expect(added).toMatchObject({ status: 201, body: { id: 'eNB-9', kind: 'link', host: '127.0.0.9' } });
    expect((await client.post('/api/v1/nes', { id: 'eNB-9', host: '127.0.0.9', port: 9 })).status).toBe(409);
    expect((await client.post('/api/v1/nes', { id: 'e NB', host: 'h', port: 0 })).status).toBe(400);
    expect((await client.post('/api/v1/nes', { id: 'far', host: '169.254.1.1', port: 9 })).status).toBe(400);
    expect((await client.post('/api/v1/nes', { id: 'self', host: '127.0.0.1', port: omc.port })).status).toBe(
      400,
    );
    const changed = await client.request<NeResource>('PATCH', '/api/v1/nes/eNB-9', { port: 10 });
    expect(changed).toMatchObject({ status: 200, body: { port: 10 } });
    expect((await client.get<{ items: NeResource[] }>('/api/v1/nes')).body.items).toHaveLength(1);
    expect((await client.post('/api/v1/nes/eNB-9/sync', {})).status).toBe(409);
    expect((await client.get('/api/v1/conditions?ne=eNB-9')).body).toEqual({ items: [], nextCursor: null });
    expect((await client.get('/api/v1/conditions?cursor=x')).status).toBe(400);
    expect((await client.request('DELETE', '/api/v1/nes/eNB-9')).status).toBe(204);
    expect((await client.get('/api/v1/nes/eNB-9')).status).toBe(404);
  });

  it('sets, checks and removes filters', async () => {
    const put = (body: object) => client.request<Problem>('PUT', '/api/v1/filters', body);
    expect(await put({ alarmId: 29240, createWindow: 60 })).toMatchObject({
      status: 200,
      body: { createWindow: 60, createThreshold: 60, restoreWindow: 15, origin: 'stored', ne: null },
    });
    const beyond = await put({ alarmId: 29240, createWindow: 60, createThreshold: 61 });
    expect(beyond.status).toBe(400);
    expect(beyond.body.errors?.[0]).toMatchObject({ field: 'createThreshold' });
    expect((await put({ alarmId: 301, createWindow: 1 })).status).toBe(409);
    expect((await put({ alarmId: 1, createWindow: 1 })).status).toBe(404);
    expect((await client.request('DELETE', '/api/v1/filters?alarmId=29240')).status).toBe(204);
    expect((await client.request('DELETE', '/api/v1/filters?alarmId=29240')).status).toBe(404);
    const { body } = await client.get<{ items: { alarmId: number; createWindow: number }[] }>(
      '/api/v1/filters',
    );
    expect(body.items.find(({ alarmId }) => alarmId === 29240)).toMatchObject({
      createWindow: 90,
      origin: 'catalogue',
    });
  });

  it('speaks MML', async () => {
    const run = (command: string) =>
      client.post<{ retcode: number; report: string; rows: object[] }>('/api/v1/mml', { command });
    const set = await run('SET ALMFILTER: AID=29240, CTW=30, RTW=5;');
    expect(set.body.retcode).toBe(0);
    expect(set.body.report).toContain('RETCODE = 0  Operation succeeded');
    const listed = await run('LST ALMFILTER: AID=29240;');
    expect(listed.body.rows).toMatchObject([{ CTW: 30, CTH: 30, RTW: 5, RTH: 0 }]);
    expect((await run('SET ALMFILTER: AID=29240, CTW=4000;')).body.retcode).toBe(4);
    expect((await run('BLA BLA;')).body.retcode).toBe(2);
    expect((await run('DSP NE: NE=nobody;')).body.retcode).toBe(5);
    expect((await run('RMV ALMFILTER: AID=29240;')).body.retcode).toBe(0);
  });

  it('describes itself: OpenAPI with every path, and figures for Prometheus', async () => {
    const { body } = await client.get<{ openapi: string; paths: Record<string, object> }>(
      '/api/openapi.json',
    );
    expect(body.openapi).toMatch(/^3\./);
    expect(Object.keys(body.paths)).toEqual(
      expect.arrayContaining(['/api/v1/alarms', '/api/v1/alarms/{id}/log', '/api/v1/mml']),
    );
    const metrics = (await client.get<string>('/metrics')).body;
    for (const name of [
      'omc_reports_total',
      'omc_decision_lateness_seconds_count',
      'omc_active_alarms',
      'omc_pending',
      'omc_links',
      'omc_queue_depth',
    ])
      expect(metrics).toContain(name);
  });
});
