import type { FacetResource, SessionResource } from '@omc/api';
import { LiveList, makeOmc, OmcClient, type OmcProcess, until } from '@omc/harness';
import { SimulatedElement } from '@omc/simulator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const S1 = 29201;
const X2 = 29204;

/** Counts beside the list, held against the list itself. */
describe('facets', () => {
  let omc: OmcProcess;
  let client: OmcClient;
  const elements = ['eNB-1', 'eNB-2', 'eNB-3'].map((id) => new SimulatedElement({ id }));

  beforeAll(async () => {
    omc = await makeOmc({ OMC_RATE_LIMIT: '0' });
    await omc.start();
    client = await OmcClient.signIn(omc.url);
    for (const [n, element] of elements.entries()) {
      await element.start();
      await client.addNe({ id: element.id, host: '127.0.0.1', port: element.port });
      const topology = { site: n < 2 ? 'Region=1,Site=7' : 'Site=8', subnet: `Subnet=${n}`, objects: [] };
      await client.request('PUT', `/api/v1/nes/${element.id}/topology`, topology);
      await until('the link', () => element.isConnected);
      for (let object = 0; object <= n; object += 1)
        element.report({ object: `S1Interface=${object}`, alarmId: S1, state: 'fault' });
      element.report({ object: 'X2Interface=0', alarmId: X2, state: 'fault', text: 'to the 50 % peer' });
    }
    await until('the alarms', async () => (await client.alarms()).length === 9);
  });

  afterAll(async () => {
    for (const element of elements) await element.stop();
    await omc?.remove();
  });

  const facets = async (query = '', by = client) =>
    (await by.get<FacetResource>(`/api/v1/alarms/facets${query}`)).body;
  const valuesOf = ({ facets: of }: FacetResource, name: keyof FacetResource['facets']) =>
    Object.fromEntries(of[name].values.map(({ value, count }) => [String(value), count]));
  const total = async (query: string) => (await client.alarms(`?limit=1000&${query}`)).length;

  it('count everything active by what it has in common', async () => {
    const all = await facets();
    expect(all).toMatchObject({ total: 9, complete: true });
    expect(valuesOf(all, 'ne')).toEqual({ 'eNB-3': 4, 'eNB-2': 3, 'eNB-1': 2 });
    expect(valuesOf(all, 'alarmId')).toEqual({ [S1]: 6, [X2]: 3 });
    expect(valuesOf(all, 'site')).toEqual({ 'Region=1,Site=7': 5, 'Site=8': 4 });
    expect(valuesOf(all, 'ack')).toEqual({ unacknowledged: 9 });
  });

  it('say of each value what choosing it beside what is chosen would leave, as the list has it', async () => {
    for (const chosen of [
      'ne=eNB-1,eNB-3',
      `alarmId=${X2}&ne=eNB-2`,
      'site=Region%3D1%2CSite%3D7',
      'site=Region%3D1%2CSite%3D7&site=Site%3D8&subnet=Subnet%3D2',
      'q=50+%25+peer',
      'severity=major&role=standalone',
      'state=all&ne=eNB-2',
      'state=current&subnet=Subnet%3D0',
    ]) {
      const counted = await facets(`?${chosen}`);
      expect([chosen, counted.total]).toEqual([chosen, await total(chosen)]);
      const others = chosen.split('&').filter((part) => !part.startsWith('ne='));
      for (const { value, count } of counted.facets.ne.values)
        expect([chosen, value, count]).toEqual([
          chosen,
          value,
          await total([`ne=${value}`, ...others].join('&')),
        ]);
    }
  });

  it('list the most frequent values, and say how many there are', async () => {
    const { ne } = (await facets('?limit=1')).facets;
    expect(ne).toEqual({ distinct: 3, values: [{ value: 'eNB-3', count: 4 }] });
  });

  it('count only what whoever asks may see', async () => {
    const user = {
      user: 'li',
      password: 'a kite over the pond',
      role: 'viewer',
      scope: { subnets: ['Subnet=1'] },
    };
    expect((await client.post('/api/v1/users', user)).status).toBe(201);
    const li = new OmcClient(omc.url);
    const { user: name, password } = user;
    const { body } = await li.post<SessionResource>('/api/v1/session', { user: name, password });
    li.token = body.token;
    for (const query of ['', '?state=all']) {
      const seen = await facets(query, li);
      expect(valuesOf(seen, 'ne')).toEqual({ 'eNB-2': 3 });
    }
  });

  it('follow what is acknowledged', async () => {
    const [alarm] = await client.alarms('?ne=eNB-1');
    await client.post(`/api/v1/alarms/${alarm?.id}/acknowledge`, {});
    await until('the count', async () => valuesOf(await facets(), 'ack')['acknowledged'] === 1);
  });

  it('narrow live lists by several NEs and by sites, too', async () => {
    const live = new LiveList(omc.url, client.token);
    await live.subscribe({ filter: { ne: ['eNB-1', 'eNB-2'], site: ['Region=1,Site=7'] } });
    await until('the list', () => live.alarms.size === 5);
    elements[2]?.report({ object: 'S1Interface=9', alarmId: S1, state: 'fault' });
    elements[1]?.report({ object: 'S1Interface=9', alarmId: S1, state: 'fault' });
    await until('the new one', () => live.alarms.size === 6);
    expect([...live.alarms.values()].some(({ ne }) => ne === 'eNB-3')).toBe(false);
    live.close();
  });

  it('name what is wrong with a filter', async () => {
    const { status, body } = await client.get(`/api/v1/alarms/facets?severity=loud`);
    expect(status).toBe(400);
    expect(body).toMatchObject({ errors: [{ field: 'severity[0]' }] });
  });
});
