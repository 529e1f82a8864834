import { makeOmc, OmcClient, type OmcProcess, until } from '@omc/harness';
import { SimulatedElement } from '@omc/simulator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

describe('kill -9', () => {
  let omc: OmcProcess;
  let element: SimulatedElement;

  beforeAll(async () => {
    omc = await makeOmc({ OMC_HANDSHAKE_INTERVAL_S: '0.5' });
    await omc.start();
    const client = await OmcClient.signIn(omc.url);
    await client.setFilter({ alarmId: 29240, createWindow: 4, restoreWindow: 1 });
    element = new SimulatedElement({ id: 'eNB-7' });
    await element.start();
    await client.addNe({ id: 'eNB-7', host: '127.0.0.1', port: element.port });
    await until('the link', () => element.isConnected);
  });

  afterAll(async () => {
    await element?.stop();
    await omc?.remove();
  });

  it('in the middle of a window leaves the alarm to come at its first deadline', async () => {
    element.report({ object: 'Cell=1', alarmId: 29240, state: 'fault' });
    await until('the acknowledgement', () => element.acked === element.lastSeq);
    const before = await OmcClient.signIn(omc.url);
    expect((await before.get<{ pending: object }>('/api/v1/alarms/summary')).body.pending).toEqual({
      raise: 1,
      clear: 0,
    });

    const conditions = await before.get<{ items: { phase: string; since: string; deadline: string }[] }>(
      '/api/v1/conditions?ne=eNB-7',
    );
    expect(conditions.body.items).toMatchObject([
      { object: 'Cell=1', alarmId: 29240, phase: 'pending-raise' },
    ]);
    const [{ since = '', deadline = '' } = {}] = conditions.body.items;
    expect(Date.parse(deadline) - Date.parse(since)).toBe(4000);

    await omc.end('SIGKILL');
    await omc.start();

    const client = await OmcClient.signIn(omc.url);
    await until('the alarm', async () => (await client.alarms()).length === 1);
    const [alarm] = await client.alarms();
    expect(Date.parse(alarm?.raisedAt ?? '') - Date.parse(alarm?.faultAt ?? '')).toBe(4000);
    expect(alarm).toMatchObject({ ne: 'eNB-7', object: 'Cell=1', reports: 1 });
  });

  it('keeps what was raised, once, and clears it after the restart', async () => {
    const [alarm] = await (await OmcClient.signIn(omc.url)).alarms();
    await omc.end('SIGKILL');
    element.report({ object: 'Cell=1', alarmId: 29240, state: 'ok' });
    await omc.start();
    const client = await OmcClient.signIn(omc.url);
    await until('the end of the alarm', async () => (await client.alarms()).length === 0);
    const lives = await client.alarms('?state=all&object=Cell%3D1');
    expect(lives.map(({ id, state, clearedBy }) => ({ id, state, clearedBy }))).toEqual([
      { id: alarm?.id, state: 'cleared', clearedBy: 'report' },
    ]);
  });
});
