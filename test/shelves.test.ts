import type { AlarmSummary, AuditResource, Problem, ShelfResource } from '@omc/api';
import { LiveList, makeOmc, OmcClient, type OmcProcess, until } from '@omc/harness';
import { SimulatedElement } from '@omc/simulator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const S1 = 29201;
const inMs = (ms: number) => new Date(Date.now() + ms).toISOString();

/** Shelving as operators do it, through the real processes. */
describe('shelves', () => {
  let omc: OmcProcess;
  let client: OmcClient;
  let live: LiveList;
  const [one, two] = ['eNB-1', 'eNB-2'].map((id) => new SimulatedElement({ id })) as [
    SimulatedElement,
    SimulatedElement,
  ];

  beforeAll(async () => {
    omc = await makeOmc({ OMC_HANDSHAKE_INTERVAL_S: '0.5', OMC_SHELF_MAX_HOURS: '24' });
    await omc.start();
    client = await OmcClient.signIn(omc.url);
    for (const element of [one, two]) {
      await element.start();
      await client.addNe({ id: element.id, host: '127.0.0.1', port: element.port });
      await until('the link', () => element.isConnected);
      for (const n of [0, 1]) element.report({ object: `S1Interface=${n}`, alarmId: S1, state: 'fault' });
    }
    live = new LiveList(omc.url, client.token);
    await live.subscribe({ filter: { state: 'active', shelved: 'false' } });
    await until('the alarms', () => live.alarms.size === 4);
  });

  afterAll(async () => {
    live?.close();
    for (const element of [one, two]) await element.stop();
    await omc?.remove();
  });

  const add = (body: object) =>
    client.post<ShelfResource>('/api/v1/shelves', { reason: 'new antenna', ...body });
  const list = async (query = '') =>
    (await client.get<{ items: ShelfResource[] }>(`/api/v1/shelves${query}`)).body.items;
  const shelvedNow = async () => (await client.get<AlarmSummary>('/api/v1/alarms/summary')).body.shelved;
  const end = (id: string) => client.request('DELETE', `/api/v1/shelves/${id}`);
  const visible = () => [...live.alarms.values()].map(({ ne, object }) => `${ne} ${object}`).sort();

  it('take an NE out of sight for its maintenance, and bring it back at once when they are ended', async () => {
    const { status, body: shelf } = await add({
      match: { ne: 'eNB-1' },
      from: inMs(-1000),
      until: inMs(3_600_000),
    });
    expect(status).toBe(201);
    expect(shelf).toMatchObject({
      match: { ne: 'eNB-1' },
      owner: 'admin',
      reason: 'new antenna',
      state: 'active',
      hides: 2,
      endsSoon: false,
      endedAt: null,
    });
    expect(await list('?state=active')).toEqual([shelf]);
    const target = encodeURIComponent(`shelf ${shelf.id}`);
    const audit = await client.get<{ items: AuditResource[] }>(`/api/v1/audit?target=${target}`);
    expect(audit.body.items).toMatchObject([
      { action: 'add-shelf', before: null, after: { match: { ne: 'eNB-1' }, reason: 'new antenna' } },
    ]);
    expect((await client.alarms('?shelved=true')).map(({ ne }) => ne)).toEqual(['eNB-1', 'eNB-1']);
    expect((await client.alarms('?shelved=false')).map(({ ne }) => ne)).toEqual(['eNB-2', 'eNB-2']);
    expect(await client.alarms()).toHaveLength(4);
    expect((await client.get<AlarmSummary>('/api/v1/alarms/summary')).body).toMatchObject({
      total: 4,
      shelved: 2,
      shelves: { active: 1, endsSoon: 0 },
    });
    expect((await client.get('/api/v1/nes/eNB-1')).body).toMatchObject({
      maintenance: { shelf: shelf.id, owner: 'admin', reason: 'new antenna', until: shelf.until },
    });
    await until('the live list to hide them', () => live.alarms.size === 2);
    expect(visible()).toEqual(['eNB-2 S1Interface=0', 'eNB-2 S1Interface=1']);

    one.report({ object: 'S1Interface=2', alarmId: S1, state: 'fault' });
    await until('the raise', async () => (await shelvedNow()) === 3);
    const [raised] = await client.alarms('?object=S1Interface=2&shelved=true');
    expect(raised).toMatchObject({ shelved: true, version: 1 });
    const [entry] = await client.log(raised?.id ?? '');
    expect(entry?.text.en).toMatch(/Shelved by admin until .* UTC: new antenna$/);

    expect((await end(shelf.id)).status).toBe(204);
    expect(await shelvedNow()).toBe(0);
    await until('the live list to show them', () => live.alarms.size === 5);
    expect((await client.log(raised?.id ?? '')).at(-1)).toMatchObject({ kind: 'unshelved', by: 'admin' });
    expect(await list()).toEqual([]);
    expect(await list('?state=ended')).toMatchObject([
      { id: shelf.id, endedBecause: 'operator', endedBy: 'admin' },
    ]);
    expect((await end(shelf.id)).status).toBe(409);
  });

  it('begin and end by themselves, by time and by the last clear', async () => {
    const planned = await add({ match: { ne: 'eNB-2', alarmId: S1 }, from: inMs(400), until: inMs(900) });
    expect(planned.body).toMatchObject({ state: 'planned', hides: 0, match: { alarmId: [S1] } });
    await until('its begin', async () => (await shelvedNow()) === 2);
    await until('its end', async () => (await shelvedNow()) === 0);
    expect(await list('?state=ended')).toMatchObject([{}, { id: planned.body.id, endedBecause: 'expired' }]);

    const cleared = await add({ match: { ne: 'eNB-2' }, untilCleared: true });
    expect(cleared.body).toMatchObject({ state: 'active', hides: 2 });
    for (const n of [0, 1]) two.report({ object: `S1Interface=${n}`, alarmId: S1, state: 'ok' });
    await until('the last clear', async () => (await list()).length === 0);
    expect((await list('?state=ended')).at(-1)).toMatchObject({ endedBecause: 'cleared', endedBy: null });
  });

  it('outlive kill -9, and what fell due meanwhile is done at the start', async () => {
    const short = (await add({ match: { object: 'S1Interface=0' }, until: inMs(1500) })).body;
    const long = (await add({ match: { object: 'S1Interface=1' }, until: inMs(3_600_000) })).body;
    expect(await shelvedNow()).toBe(2);
    await omc.end('SIGKILL');
    await until('its time to be over', () => Date.parse(short.until) < Date.now());
    await omc.start();
    client = await OmcClient.signIn(omc.url);
    await until('the overdue end', async () => (await shelvedNow()) === 1);
    expect(await list()).toMatchObject([{ id: long.id, hides: 1 }]);
    const patched = await client.request<ShelfResource>('PATCH', `/api/v1/shelves/${long.id}`, {
      until: inMs(60_000),
      reason: 'nearly done',
    });
    expect(patched).toMatchObject({ status: 200, body: { reason: 'nearly done', owner: 'admin' } });
    expect((await end(long.id)).status).toBe(204);
  });

  it('are set, listed and ended by MML, too', async () => {
    const run = async (command: string) =>
      (await client.post<{ retcode: number; rows: object[] }>('/api/v1/mml', { command })).body;
    const set = await run('SET ALMSHLD: NE=eNB-1, AID=29201, DUR=60, RSN="new antenna";');
    expect(set).toMatchObject({
      retcode: 0,
      rows: [{ NE: 'eNB-1', AID: '29201', HIDES: 3, OWNER: 'admin' }],
    });
    expect((await run('LST ALMSHLD: NE=eNB-1;')).rows).toEqual(set.rows);
    expect((await run('RMV ALMSHLD: NE=eNB-1;')).retcode).toBe(5);
    expect((await run('RMV ALMSHLD: NE=eNB-1, AID=29201;')).retcode).toBe(0);
    expect(await list()).toEqual([]);
    expect((await run('SET ALMSHLD: NE=eNB-9, DUR=60, RSN="no such NE";')).retcode).toBe(5);
  });

  it.each([
    [{ match: {}, until: inMs(1000) }, 'match'],
    [{ until: inMs(1000) }, 'match'],
    [{ match: { q: 'cell' }, until: inMs(1000) }, 'match.q'],
    [{ match: { ne: 'eNB-9' }, until: inMs(1000) }, 'match.ne'],
    [{ match: { ne: 'eNB-1' } }, 'until'],
    [{ match: { ne: 'eNB-1' }, until: inMs(-1000) }, 'until'],
    [{ match: { ne: 'eNB-1' }, until: inMs(25 * 3_600_000) }, 'until'],
    [{ match: { ne: 'eNB-1' }, until: inMs(1000), reason: ' ' }, 'reason'],
  ])('are refused as %j for its %s', async (body, field) => {
    const { status, body: problem } = await client.post<Problem>('/api/v1/shelves', {
      reason: 'why',
      ...body,
    });
    expect([status, problem.errors?.map((error) => error.field)]).toEqual([400, [field]]);
  });
});
