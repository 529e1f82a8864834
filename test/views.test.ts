import type { AuditResource, Problem, SessionResource, ViewResource } from '@omc/api';
import { makeOmc, OmcClient, type OmcProcess } from '@omc/harness';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const PASSWORD = 'a kite over the pond';
const content = {
  filter: { state: 'current', severity: ['critical'], ne: ['eNB-1'] },
  sort: { column: 'severity', descending: true },
  layout: 'flat',
  columns: [{ id: 'ne', width: 120, hidden: false }],
};

/** Saved views as operators keep and share them, at the real OMC. */
describe('saved views', () => {
  let omc: OmcProcess;
  let admin: OmcClient;
  let kim: OmcClient;
  let viewer: OmcClient;

  beforeAll(async () => {
    omc = await makeOmc({ OMC_RATE_LIMIT: '0' });
    await omc.start();
    admin = await OmcClient.signIn(omc.url);
    for (const id of ['eNB-1', 'eNB-2'])
      await admin.addNe({ id, kind: 'snmp', host: '127.0.0.1', port: 161 });
    kim = await addUser('kim', 'operator');
    viewer = await addUser('vi', 'viewer');
  });
  afterAll(async () => omc?.remove());

  async function addUser(user: string, role: string, rest: object = {}): Promise<OmcClient> {
    const { status } = await admin.post('/api/v1/users', { user, password: PASSWORD, role, ...rest });
    expect(status).toBe(201);
    const client = new OmcClient(omc.url);
    const { body } = await client.post<SessionResource>('/api/v1/session', { user, password: PASSWORD });
    client.token = body.token;
    return client;
  }
  const add = (by: OmcClient, name: string, rest: object = {}) =>
    by.post<ViewResource>('/api/v1/views', { name, ...content, ...rest });
  const list = async (by: OmcClient) => (await by.get<{ items: ViewResource[] }>('/api/v1/views')).body.items;
  const change = (by: OmcClient, id: string, patch: object, version?: number) =>
    by.request<ViewResource & Problem>(
      'PATCH',
      `/api/v1/views/${id}`,
      patch,
      version === undefined ? {} : { 'if-match': `"${version}"` },
    );

  it('come back as they were saved, to their owner alone', async () => {
    const { status, body } = await add(kim, 'grave');
    expect(status).toBe(201);
    expect(body).toMatchObject({
      ...{ name: 'grave', owner: 'kim', shared: false, default: false, version: 1 },
      ...content,
      filter: { ...content.filter, shelved: 'all' },
    });
    expect((await list(kim)).map(({ name }) => name)).toEqual(['grave']);
    expect(await list(admin)).toEqual([]);
    expect((await admin.get(`/api/v1/views/${body.id}`)).status).toBe(404);
    expect((await change(admin, body.id, { name: 'mine' })).status).toBe(404);
  });

  it('have a name that their owner uses once', async () => {
    const { status, body } = await add(kim, 'grave');
    expect([status, (body as unknown as Problem).errors?.[0]?.field]).toEqual([409, 'name']);
    expect((await add(viewer, 'grave')).status).toBe(201);
  });

  it('are not overwritten where somebody else has changed them', async () => {
    const { body: view } = await add(kim, 'twice');
    expect((await change(kim, view.id, { layout: 'causes' }, 1)).body.version).toBe(2);
    const late = await change(kim, view.id, { layout: 'flat' }, 1);
    expect([late.status, late.body.detail]).toEqual([412, expect.stringContaining('another version')]);
    expect(late.body.current).toMatchObject({ id: view.id, layout: 'causes', version: 2 });
    expect((await list(kim)).find(({ id }) => id === view.id)?.layout).toBe('causes');
  });

  it('are shared from operator on, changed by owner and admin, and audited', async () => {
    expect((await add(viewer, 'for all', { shared: true })).status).toBe(403);
    const { body: view } = await add(kim, 'for all', { shared: true });
    expect((await list(viewer)).map(({ name }) => name)).toContain('for all');
    expect((await change(viewer, view.id, { name: 'mine' })).status).toBe(403);
    expect((await change(admin, view.id, { name: 'for everybody' })).body.changedBy).toBe('admin');
    expect((await viewer.request('DELETE', `/api/v1/views/${view.id}`)).status).toBe(403);
    expect((await kim.request('DELETE', `/api/v1/views/${view.id}`)).status).toBe(204);
    const { items } = (await admin.get<{ items: AuditResource[] }>('/api/v1/audit')).body;
    const told = items.filter(({ action }) => action.endsWith('-view'));
    expect(told.map(({ action, user }) => `${action} ${user}`)).toEqual([
      'remove-view kim',
      'change-view admin',
      'add-view kim',
    ]);
  });

  it('can be begun with: one at a time, and none that is no longer shared', async () => {
    const { body: one } = await add(kim, 'one', { shared: true });
    const { body: two } = await add(kim, 'two');
    const begin = (by: OmcClient, id: string | null) => by.request('PUT', '/api/v1/views/default', { id });
    const begun = async (by: OmcClient) =>
      (await list(by)).filter((view) => view.default).map(({ name }) => name);
    expect((await begin(kim, one.id)).status).toBe(200);
    expect((await begin(kim, two.id)).status).toBe(200);
    expect(await begun(kim)).toEqual(['two']);
    expect((await begin(viewer, two.id)).status).toBe(404);
    await begin(viewer, one.id);
    expect(await begun(viewer)).toEqual(['one']);
    await change(kim, one.id, { shared: false });
    expect(await begun(viewer)).toEqual([]);
    await begin(kim, null);
    expect(await begun(kim)).toEqual([]);
  });

  it('that name NEs beyond a scope are not shown to whoever is limited to it', async () => {
    await add(kim, 'of the first', { shared: true });
    await add(kim, 'of the second', { shared: true, filter: { ne: ['eNB-2'] } });
    const limited = await addUser('li', 'viewer', { scope: { nes: ['eNB-2'] } });
    expect((await list(limited)).map(({ name }) => name)).toEqual(['of the second']);
  });

  it.each([
    ['name', { name: '' }],
    ['filter.state', { filter: { state: 'odd' } }],
    ['filter.until', { filter: { until: '2026-11-23T00:00:00Z' } }],
    ['columns[0].width', { columns: [{ id: 'ne', width: 1, hidden: false }] }],
  ])('are refused with the place of what is wrong: %s', async (field, wrong) => {
    const { status, body } = await add(kim, 'wrong', wrong);
    expect([status, (body as unknown as Problem).errors?.[0]?.field]).toEqual([400, field]);
  });

  it('are no more than a hundred of one owner', async () => {
    const crowd = await addUser('crowd', 'viewer');
    for (let n = 0; n < 100; n += 1) expect((await add(crowd, `view ${n}`)).status).toBe(201);
    expect((await add(crowd, 'one more')).status).toBe(409);
  });
});
