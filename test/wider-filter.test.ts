import { makeOmc, OmcClient, type OmcProcess, until } from '@omc/harness';
import { SimulatedElement } from '@omc/simulator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

describe('a filter that looks further back', () => {
  let omc: OmcProcess;
  let element: SimulatedElement;
  let client: OmcClient;

  beforeAll(async () => {
    omc = await makeOmc();
    await omc.start();
    client = await OmcClient.signIn(omc.url);
    element = new SimulatedElement({ id: 'eNB-1' });
    await element.start();
    await client.addNe({ id: 'eNB-1', host: '127.0.0.1', port: element.port });
    await until('the link', () => element.isConnected);
  });

  afterAll(async () => {
    await element?.stop();
    await omc?.remove();
  });

  const flap = (object: string, times: number) => {
    const now = Date.now();
    for (let i = times; i > 0; i--) {
      element.report({ object, alarmId: 29240, state: 'fault', at: now - i * 1000 });
      element.report({ object, alarmId: 29240, state: 'ok', at: now - i * 1000 + 300 });
    }
  };

  it('knows from the journal what came before it, also of keys that were at rest', async () => {
    flap('Cell=1', 3);
    flap('Cell=2', 1);
    await until('the acknowledgement', () => element.acked === element.lastSeq);
    expect(await client.alarms('?state=all')).toEqual([]);
    await client.setFilter({ alarmId: 29240, statWindow: 600, statCreate: 4, statRestore: 0 });
    for (const object of ['Cell=1', 'Cell=2']) element.report({ object, alarmId: 29240, state: 'fault' });
    await until('the alarm', async () => (await client.alarms()).length > 0);
    const [alarm, ...others] = await client.alarms();
    expect(alarm).toMatchObject({ object: 'Cell=1', intermittent: true });
    expect(others).toEqual([]);
  });

  it('counts fault time of before its time', async () => {
    const now = Date.now();
    element.report({ object: 'Cell=3', alarmId: 29240, state: 'fault', at: now - 40_000 });
    element.report({ object: 'Cell=3', alarmId: 29240, state: 'ok', at: now - 5_000 });
    element.report({ object: 'Cell=3', alarmId: 29240, state: 'fault', at: now - 2_000 });
    await until('the acknowledgement', () => element.acked === element.lastSeq);
    await client.setFilter({
      alarmId: 29240,
      ne: 'eNB-1',
      object: 'Cell=3',
      createWindow: 60,
      createThreshold: 36,
    });
    const at = Date.now();
    const [alarm] = await client.alarms('?object=Cell%3D3');
    expect(alarm?.intermittent).toBe(false);
    expect(Math.abs(Date.parse(alarm?.raisedAt ?? '') - at)).toBeLessThan(5_000);
  });
});
