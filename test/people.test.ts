import type {
  AlarmTypeResource,
  AuditResource,
  Problem,
  SessionResource,
  UserResource,
  Whoami,
} from '@omc/api';
import { LiveList, makeOmc, OmcClient, type OmcProcess, openStream, PASSWORD, until } from '@omc/harness';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const SECRET = 'a kite over the pond';

/** Users, their sessions and scopes, and the audit log, at the real OMC. */
describe('people', () => {
  let omc: OmcProcess;
  let admin: OmcClient;

  beforeAll(async () => {
    omc = await makeOmc({ OMC_RATE_LIMIT: '0' });
    await omc.start();
    admin = await OmcClient.signIn(omc.url);
    for (const id of ['eNB-1', 'eNB-2'])
      await admin.addNe({ id, kind: 'snmp', host: '127.0.0.1', port: 161 });
  });
  afterAll(async () => omc?.remove());

  const signIn = async (user: string, password: string) => {
    const client = new OmcClient(omc.url);
    const answer = await client.post<SessionResource>('/api/v1/session', { user, password });
    client.token = answer.body.token;
    return { client, status: answer.status };
  };
  const add = async (user: string, rest: object = {}) => {
    const post = { user, password: SECRET, role: 'engineer', ...rest };
    const { status } = await admin.post('/api/v1/users', post);
    expect(status).toBe(201);
    return (await signIn(user, SECRET)).client;
  };
  const patch = (user: string, change: object) =>
    admin.request<UserResource>('PATCH', `/api/v1/users/${user}`, change);
  const audit = async (query = '') =>
    (await admin.get<{ items: AuditResource[]; nextCursor: string | null }>(`/api/v1/audit${query}`)).body;

  it('are added, listed, and let in', async () => {
    const li = await add('li', { role: 'operator' });
    expect((await li.get<Whoami>('/api/v1/session')).body).toMatchObject({
      ...{ user: 'li', role: 'operator', scope: null, mustChangePassword: false },
    });
    const { items } = (await admin.get<{ items: UserResource[] }>('/api/v1/users')).body;
    expect(items.map(({ user }) => user)).toEqual(['admin', 'li']);
    expect(JSON.stringify(items)).not.toMatch(/argon2|password_hash/);
    expect((await admin.post('/api/v1/users', { user: 'li', password: SECRET, role: 'viewer' })).status).toBe(
      409,
    );
    expect((await li.get('/api/v1/users')).status).toBe(403);
  });

  it.each([
    ['is short', 'short'],
    ['leaks are full of', 'Password12345678!'],
    ['is only the name', 'wangwangwang'],
  ])('need no password that %s', async (_, password) => {
    const { status, body } = await admin.post<Problem>('/api/v1/users', {
      ...{ user: 'wang', password, role: 'viewer' },
    });
    expect(status).toBe(400);
    expect(body.errors?.[0]?.field).toBe('password');
  });

  it.each([
    ['changed', () => patch('zhao', { role: 'viewer' })],
    ['given another password', () => patch('zhao', { password: 'two magpies at dusk' })],
    ['disabled', () => patch('zhao', { disabled: true })],
    ['removed', () => admin.request('DELETE', '/api/v1/users/zhao')],
  ])('end their sessions and streams at once when they are %s', async (_, change) => {
    await admin.request('DELETE', '/api/v1/users/zhao');
    const zhao = await add('zhao');
    const { cutOff } = await openStream(omc.url, zhao.token);
    expect((await change()).status).toBeLessThan(300);
    expect((await zhao.get('/api/v1/session')).status).toBe(401);
    expect(await cutOff).toBe('io server disconnect');
  });

  it('who are disabled are not let in', async () => {
    await add('disabled-one');
    await patch('disabled-one', { disabled: true });
    expect((await signIn('disabled-one', SECRET)).status).toBe(401);
  });

  it('leave an admin', async () => {
    expect((await admin.request('DELETE', '/api/v1/users/admin')).status).toBe(409);
    expect((await patch('admin', { role: 'viewer' })).status).toBe(409);
    expect((await patch('admin', { disabled: true })).status).toBe(409);
    expect((await admin.get('/api/v1/session')).status).toBe(200);
  });

  it('have to change a password that is to be changed, and do nothing before', async () => {
    const qian = await add('qian', { mustChange: true });
    expect((await qian.get<Whoami>('/api/v1/session')).body.mustChangePassword).toBe(true);
    const refused = await qian.get<Problem>('/api/v1/alarms');
    expect(refused).toMatchObject({ status: 403, body: { detail: expect.stringContaining('change your') } });
    const change = (password: string, newPassword: string) =>
      qian.post<SessionResource>('/api/v1/session/password', { password, newPassword });
    expect((await change('wrong', 'two magpies at dawn')).status).toBe(403);
    expect((await change(SECRET, SECRET)).status).toBe(400);
    const changed = await change(SECRET, 'two magpies at dawn');
    expect(changed.status).toBe(200);
    expect((await qian.get('/api/v1/session')).status).toBe(401);
    qian.token = changed.body.token;
    expect((await qian.get('/api/v1/alarms')).status).toBe(200);
    expect((await signIn('qian', SECRET)).status).toBe(401);
  });

  it('who are limited see and change their NEs only', async () => {
    const sun = await add('sun', { scope: { nes: ['eNB-1'] } });
    const ids = (await sun.get<{ items: { id: string }[] }>('/api/v1/nes')).body.items.map(({ id }) => id);
    expect(ids).toEqual(['eNB-1']);
    expect((await sun.get('/api/v1/nes/eNB-2')).status).toBe(404);
    expect((await sun.request('DELETE', '/api/v1/nes/eNB-2')).status).toBe(404);
    const add3 = await sun.post('/api/v1/nes', { id: 'eNB-3', kind: 'snmp', host: '127.0.0.1', port: 161 });
    expect(add3.status).toBe(403);
    const put = (filter: object) =>
      sun.request('PUT', '/api/v1/filters', { alarmId: 29240, createWindow: 5, ...filter });
    expect((await put({})).status).toBe(403);
    expect((await put({ ne: 'eNB-2' })).status).toBe(404);
    expect((await put({ ne: 'eNB-1' })).status).toBe(200);
    expect((await sun.request('PUT', '/api/v1/nes/eNB-2/topology', { objects: [] })).status).toBe(404);
    await admin.request('PATCH', '/api/v1/alarm-types/29240', {
      neSeverities: { 'eNB-1': 'minor', 'eNB-2': 'critical' },
    });
    const { items } = (await sun.get<{ items: AlarmTypeResource[] }>('/api/v1/alarm-types')).body;
    expect(items.find(({ alarmId }) => alarmId === 29240)?.neSeverities).toEqual({ 'eNB-1': 'minor' });
    await admin.request('PATCH', '/api/v1/alarm-types/29240', {
      neSeverities: { 'eNB-1': null, 'eNB-2': null },
    });
    for (const path of ['/api/v1/ledger', '/api/v1/traps/unmapped', '/metrics'])
      expect((await sun.get(path)).status, path).toBe(403);
    const { body } = await sun.post<{ report: string }>('/api/v1/mml', {
      command: 'LST NE:;RMV NE: NE=eNB-2;',
    });
    expect(body.report).toContain('eNB-1');
    expect(body.report).toContain('RETCODE = 5');
    expect((await admin.get('/api/v1/nes/eNB-2')).status).toBe(200);
  });

  it('who are limited see the alarms of their NEs only, in lists, alone, in counts and live', async () => {
    await admin.setFilter({ alarmId: 29240, realTime: true });
    const fault = (ne: string) =>
      admin.request('POST', '/eventListener/v7', {
        event: {
          commonEventHeader: {
            ...{ domain: 'fault', eventId: `f-${ne}`, eventName: 'Fault', priority: 'High', sequence: 0 },
            ...{ sourceName: ne, reportingEntityName: ne, version: '4.1', vesEventListenerVersion: '7.2.1' },
            ...{ startEpochMicrosec: Date.now() * 1000, lastEpochMicrosec: Date.now() * 1000 },
          },
          faultFields: {
            ...{ faultFieldsVersion: '4.0', alarmCondition: '29240', eventSourceType: 'other' },
            alarmAdditionalInformation: { alarmId: '29240', object: 'Cell=1' },
            ...{ eventSeverity: 'MAJOR', specificProblem: 'x', vfStatus: 'Active' },
          },
        },
      });
    for (const ne of ['eNB-1', 'eNB-2']) expect((await fault(ne)).status).toBe(202);
    await until('both alarms', async () => (await admin.alarms()).length === 2);
    const { client: sun } = await signIn('sun', SECRET);
    const [mine, ...rest] = await sun.alarms();
    expect([mine?.ne, rest.length]).toEqual(['eNB-1', 0]);
    const other = (await admin.alarms()).find(({ ne }) => ne === 'eNB-2');
    for (const path of ['', '/log', '/explanation', '/comments'])
      expect((await sun.get(`/api/v1/alarms/${other?.id}${path}`)).status, path).toBe(404);
    expect((await sun.post(`/api/v1/alarms/${other?.id}/acknowledge`, {})).status).toBe(404);
    expect((await sun.get<{ total: number }>('/api/v1/alarms/summary')).body.total).toBe(1);
    expect((await sun.get<string>('/api/v1/alarms/export?format=csv')).body).not.toContain('eNB-2');
    expect((await sun.get<{ items: object[] }>('/api/v1/conditions')).body.items).toHaveLength(1);
    const live = new LiveList(omc.url, sun.token);
    await live.subscribe();
    expect([...live.alarms.values()].map(({ ne }) => ne)).toEqual(['eNB-1']);
    live.close();
    const { body } = await sun.post<{ report: string }>('/api/v1/mml', { command: 'LST ALMAF:;' });
    expect(body.report).not.toContain('eNB-2');
  });

  it('who try passwords are held up, and nobody else is', async () => {
    const tries: number[] = [];
    for (let i = 0; i < 6; i++) tries.push((await signIn('zhou', `a wrong one ${i}`)).status);
    expect(tries).toEqual([401, 401, 401, 401, 401, 429]);
    expect((await signIn('admin', PASSWORD)).status).toBe(201);
  });

  it('are in the audit log with what they did, which holds no password', async () => {
    const { items } = await audit('?limit=1000');
    const actions = new Set(items.map(({ action }) => action));
    for (const action of [
      ...['sign-in', 'sign-in-failed', 'add-user', 'change-user', 'remove-user', 'change-password'],
      ...['add-ne', 'set-filter'],
    ])
      expect(actions, action).toContain(action);
    expect(items[0]?.from).toBe('127.0.0.1');
    for (const secret of [SECRET, PASSWORD, 'argon2', admin.token])
      expect(JSON.stringify(items)).not.toContain(secret);
    const failed = (await audit('?user=zhou')).items;
    expect(new Set(failed.map(({ action }) => action))).toEqual(new Set(['sign-in-failed']));
    const [filter] = (await audit('?target=filter%2029240%20eNB-1')).items;
    expect(filter).toMatchObject({
      ...{ user: 'sun', via: 'rest', action: 'set-filter', before: null, after: { createWindow: 5 } },
    });
  });

  it('read the audit log by pages, and as a file', async () => {
    const ids: number[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: Awaited<ReturnType<typeof audit>> = await audit(`?limit=7${cursor && `&cursor=${cursor}`}`);
      ids.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(ids).toEqual([...new Set(ids)].sort((a, b) => b - a));
    expect((await admin.get('/api/v1/audit?cursor=nonsense')).status).toBe(400);
    const csv = (await admin.get<string>('/api/v1/audit/export')).body;
    expect(csv.trim().split('\r\n').length).toBeGreaterThan(ids.length);
    const json = await admin.get<AuditResource[]>('/api/v1/audit/export?format=json');
    expect(json.body.length).toBeGreaterThanOrEqual(ids.length);
    expect((await audit('?action=export-audit')).items).toMatchObject([
      { user: 'admin', target: 'audit', after: { form: 'json' } },
      { user: 'admin', target: 'audit', after: { form: 'csv' } },
    ]);
  });

  it('cannot be signed in or out by pages of other sites', async () => {
    const login = (headers: object) =>
      new OmcClient(omc.url).request(
        'POST',
        '/api/v1/session',
        { user: 'admin', password: PASSWORD },
        {
          ...headers,
        },
      );
    expect((await login({ 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await login({ origin: 'https://elsewhere.example' })).status).toBe(403);
    expect((await login({ 'sec-fetch-site': 'same-origin', origin: omc.url })).status).toBe(201);
  });
});
