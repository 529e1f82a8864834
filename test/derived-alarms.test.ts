import type { AlarmTypeResource } from '@omc/api';
import { makeOmc, OmcClient, type OmcProcess, until } from '@omc/harness';
import { SimulatedElement } from '@omc/simulator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** Alarms that the OMC derives from others, and what can be set about them, through the real processes. */
describe('derived alarms', () => {
  let omc: OmcProcess;
  let client: OmcClient;
  const elements = ['eNB-1', 'eNB-2', 'eNB-3'].map((id) => new SimulatedElement({ id }));

  beforeAll(async () => {
    omc = await makeOmc({ OMC_HANDSHAKE_INTERVAL_S: '0.3', OMC_RECONNECT_INTERVAL_S: '0.4' });
    await omc.start();
    client = await OmcClient.signIn(omc.url);
    const topology = { site: 'Site=7', subnet: 'Subnet=1', requires: [['network//Hub=3']], objects: [] };
    for (const element of elements) {
      await element.start();
      await client.addNe({ id: element.id, host: '127.0.0.1', port: element.port });
      await client.request('PUT', `/api/v1/nes/${element.id}/topology`, topology);
      await until('the link', () => element.isConnected);
    }
  });

  afterAll(async () => {
    for (const element of elements) await element.stop();
    await omc?.remove();
  });

  const change = (alarmId: number | string, body: unknown) =>
    client.request<AlarmTypeResource>('PATCH', `/api/v1/alarm-types/${alarmId}`, body);
  const typeOf = async (alarmId: number) => {
    const { body } = await client.get<{ items: AlarmTypeResource[] }>('/api/v1/alarm-types');
    return body.items.find((type) => type.alarmId === alarmId);
  };

  it('go by what is set for their type, at once and after kill -9', async () => {
    expect(await typeOf(29201)).toMatchObject({ severity: 'major', thresholds: { ne: 20, subnet: 100 } });
    expect(await change(29201, { severity: 'critical', thresholds: { ne: 2 } })).toMatchObject({
      status: 200,
      body: { alarmId: 29201, severity: 'critical', thresholds: { ne: 2, subnet: 100 } },
    });
    const [element] = elements;
    for (const n of [0, 1, 2])
      element?.report({ object: `S1Interface=${n}`, alarmId: 29201, state: 'fault' });
    await until('the derived alarm', async () => (await client.alarms('?alarmId=90001')).length === 1);
    const [derived] = await client.alarms('?alarmId=90001');
    expect(derived).toMatchObject({
      ne: 'eNB-1',
      object: 'AlarmType=29201',
      info: { members: 3 },
      reports: 0,
    });
    const members = await client.alarms(`?group=${derived?.id}`);
    expect(members.map(({ severity }) => severity)).toEqual(['critical', 'critical', 'critical']);

    await omc.end('SIGKILL');
    await omc.start();
    client = await OmcClient.signIn(omc.url);
    expect(await typeOf(29201)).toMatchObject({ severity: 'critical', thresholds: { ne: 2, subnet: 100 } });
    await until('the link again', () => element?.isConnected === true);
    element?.report({ object: 'S1Interface=3', alarmId: 29201, state: 'fault' });
    await until('the fourth member', async () => {
      const [now] = await client.alarms('?alarmId=90001');
      return now?.id === derived?.id && now?.info['members'] === 4;
    });
    await change(29201, { thresholds: { ne: 20 } });
    expect(await client.alarms('?alarmId=90001')).toEqual([]);
    expect(await client.alarms('?alarmId=90001&state=cleared')).toMatchObject([{ clearedBy: 'derived' }]);
  });

  it('name what the stations that are gone have in common', async () => {
    for (const element of elements) await element.stop();
    await until('the suspicion', async () => (await client.alarms('?alarmId=90002')).length === 1);
    const [site] = await client.alarms('?alarmId=90002');
    expect(site).toMatchObject({ ne: 'network', object: 'Site=7', info: { disconnected: 3, behind: 3 } });
    await until('the symptoms', async () => {
      const gone = await client.alarms('?alarmId=301&role=symptom');
      return (
        gone.length === 3 && gone.every(({ correlation }) => correlation.rootIds.includes(site?.id ?? ''))
      );
    });
  });

  it('cannot be set otherwise', async () => {
    expect((await change(12, { severity: 'minor' })).status).toBe(404);
    expect((await change('cell', { severity: 'minor' })).status).toBe(404);
    for (const body of [
      { severity: 'cleared' },
      { name: 'x' },
      { thresholds: { ne: 0 } },
      { thresholds: { cell: 1 } },
    ])
      expect((await change(29201, body)).status).toBe(400);
  });
});
