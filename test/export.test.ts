import http from 'node:http';
import type { AlarmResource, AuditResource } from '@omc/api';
import { makeOmc, OmcClient, type OmcProcess, until } from '@omc/harness';
import { SimulatedElement } from '@omc/simulator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const FORMULA = '=HYPERLINK("http://evil.example","x")';
const KEYS = 2_500;

describe('an export of alarms', () => {
  let omc: OmcProcess;
  let client: OmcClient;
  let element: SimulatedElement;

  beforeAll(async () => {
    omc = await makeOmc();
    await omc.start();
    client = await OmcClient.signIn(omc.url);
    element = new SimulatedElement({ id: 'eNB-1', log: () => undefined });
    await element.start();
    await client.setFilter({ alarmId: 26122, createWindow: 0, restoreWindow: 0 });
    await client.addNe({ id: 'eNB-1', host: element.host, port: element.port });
    await until('the link', () => element.isConnected);
    for (let i = 0; i < KEYS; i++)
      element.report({
        object: `SatelliteCard=${i}`,
        alarmId: 26122,
        state: 'fault',
        text: i === 0 ? FORMULA : `text, ${i}`,
      });
    await until('the alarms', async () => {
      const { body } = await client.get<{ total: number }>('/api/v1/alarms/summary');
      return body.total >= KEYS;
    });
  });

  afterAll(async () => {
    await element?.stop();
    await omc?.remove();
  });

  const fetched = (query: string) =>
    fetch(`${omc.url}/api/v1/alarms/export?${query}`, {
      headers: { authorization: `Bearer ${client.token}` },
    });

  it('has every alarm of the filter once, page after page, as JSON', async () => {
    const response = await fetched('format=json&alarmId=26122&sort=ne');
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(response.headers.get('content-disposition')).toMatch(
      /^attachment; filename="alarms-[\dT-]+Z\.json"$/,
    );
    const alarms = (await response.json()) as AlarmResource[];
    expect(alarms).toHaveLength(KEYS);
    expect(new Set(alarms.map(({ id }) => id)).size).toBe(KEYS);
    const { ack, correlation, ne } = (await client.get<AlarmResource>(`/api/v1/alarms/${alarms[0]?.id}`))
      .body;
    expect(alarms[0]).toMatchObject({ ack, correlation, ne });
    expect(await (await fetched('format=json&ne=nobody')).json()).toEqual([]);
  });

  it('is CSV that begins no formula, with a byte order mark and a head', async () => {
    const response = await fetched('alarmId=26122&object=SatelliteCard%3D0');
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    const [head, line, rest] = bytes.toString('utf8').slice(1).split('\r\n');
    expect(head?.split(',').slice(0, 4)).toEqual(['id', 'ne', 'object', 'alarmId']);
    expect(line).toContain(`"'=HYPERLINK(""http://evil.example"",""x"")"`);
    expect(rest).toBe('');
    expect((await (await fetched('alarmId=26122')).text()).split('\r\n')).toHaveLength(KEYS + 2);
  });

  it('stands in the audit log, with what was asked for', async () => {
    await (await fetched('alarmId=26122&object=SatelliteCard%3D0&q=text')).text();
    const { body } = await client.get<{ items: AuditResource[] }>('/api/v1/audit?action=export-alarms');
    expect(body.items[0]).toMatchObject({
      user: 'admin',
      via: 'rest',
      target: 'alarms',
      after: { form: 'csv', alarmId: [26122], object: 'SatelliteCard=0', q: 'text' },
    });
    const before = body.items.length;
    expect((await fetched('alarmId=all')).status).toBe(400);
    const { items } = (await client.get<{ items: AuditResource[] }>('/api/v1/audit?action=export-alarms'))
      .body;
    expect(items).toHaveLength(before);
  });

  it('stops where its reader goes, and the next one gets all', async () => {
    await new Promise<void>((resolve, reject) => {
      const request = http.get(
        `${omc.url}/api/v1/alarms/export?format=json`,
        { headers: { authorization: `Bearer ${client.token}` } },
        (response) => {
          response.once('data', () => response.destroy());
          response.once('close', resolve);
        },
      );
      request.once('error', reject);
    });
    expect(((await (await fetched('format=json')).json()) as unknown[]).length).toBeGreaterThanOrEqual(KEYS);
    expect(omc.output).not.toContain('an export was not completed');
  });

  it('refuses what lists refuse', async () => {
    for (const query of ['format=xlsx', 'severity=grave', 'limit=3', 'cursor=x'])
      expect((await fetched(query)).status, query).toBe(400);
  });
});
