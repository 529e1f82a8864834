import { LiveList, makeOmc, OmcClient, type OmcProcess, until } from '@omc/harness';
import { SimulatedElement } from '@omc/simulator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** The main job: from an eNodeB's report to the operator's live list, through the real processes. */
describe('an alarm on its way', () => {
  let omc: OmcProcess;
  let client: OmcClient;
  let element: SimulatedElement;
  let list: LiveList;

  beforeAll(async () => {
    omc = await makeOmc({ OMC_HANDSHAKE_INTERVAL_S: '0.3', OMC_RECONNECT_INTERVAL_S: '0.4' });
    await omc.start();
    client = await OmcClient.signIn(omc.url);
    await client.setFilter({ alarmId: 29240, createWindow: 1, restoreWindow: 0.5 });
    element = new SimulatedElement({ id: 'eNB-1' });
    await element.start();
    await client.addNe({ id: 'eNB-1', host: '127.0.0.1', port: element.port });
    await until('the link', () => element.isConnected);
    list = new LiveList(omc.url, client.token);
    await list.subscribe();
  });

  afterAll(async () => {
    list?.close();
    await element?.stop();
    await omc?.remove();
  });

  it('is raised once its fault lasted the create window, and cleared once it was ok for the restore window', async () => {
    element.report({ object: 'Cell=1', alarmId: 29240, state: 'fault', text: 'no carrier' });
    const raised = await list.sees('the alarm', ({ object }) => object === 'Cell=1');
    expect(Date.parse(raised.raisedAt) - Date.parse(raised.faultAt)).toBe(1000);
    expect(raised).toMatchObject({
      ne: 'eNB-1',
      alarmId: 29240,
      severity: 'major',
      state: 'active',
      text: 'no carrier',
    });
    expect(await client.alarms('?ne=eNB-1&alarmId=29240')).toEqual([raised]);

    element.report({ object: 'Cell=1', alarmId: 29240, state: 'ok' });
    await until('the alarm to leave the list', () => !list.alarms.has(raised.id));
    const [cleared] = await client.alarms('?state=cleared&object=Cell%3D1');
    expect(cleared).toMatchObject({ id: raised.id, state: 'cleared', clearedBy: 'report', reports: 2 });
    expect((await client.log(raised.id)).map(({ kind }) => kind)).toEqual(['raised', 'cleared']);
  });

  it('never comes where its fault was shorter than the window', async () => {
    element.report({ object: 'Cell=2', alarmId: 29240, state: 'fault' });
    element.report({ object: 'Cell=2', alarmId: 29240, state: 'ok' });
    element.report({ object: 'Cell=3', alarmId: 29240, state: 'fault' });
    const third = await list.sees('the third cell', ({ object }) => object === 'Cell=3');
    expect(await client.alarms('?state=all&object=Cell%3D2')).toEqual([]);
    element.report({ object: 'Cell=3', alarmId: 29240, state: 'ok' });
    await until('the end of the third', () => !list.alarms.has(third.id));
  });

  it('is acknowledged to the NE, which may then forget it', async () => {
    element.report({ object: 'S1Interface=0', alarmId: 29201, state: 'fault' });
    await until('the acknowledgement', () => element.acked === element.lastSeq);
    expect(await client.alarms('?alarmId=29201')).toHaveLength(1);
    element.report({ object: 'S1Interface=0', alarmId: 29201, state: 'ok' });
    await until('the end', async () => (await client.alarms('?alarmId=29201')).length === 0);
  });

  it('comes once, although it is sent again after a reconnection', async () => {
    element.report({ object: 'S1Interface=1', alarmId: 29201, state: 'fault' });
    await list.sees('the alarm', ({ object }) => object === 'S1Interface=1');
    let hellos = 0;
    const listening = element.heard.subscribe(({ t }) => {
      if (t === 'hello') hellos += 1;
    });
    element.killConnection();
    // The link may be back before anybody could see that it was gone.
    await until('the next hello', () => hellos === 1);
    listening.unsubscribe();
    await until('the link again', () => element.isConnected);
    element.report({ object: 'S1Interface=1', alarmId: 29201, state: 'ok' });
    await until('the end', async () => (await client.alarms('?alarmId=29201')).length === 0);
    expect(await client.alarms('?state=all&object=S1Interface%3D1')).toHaveLength(1);
  });

  it('answers a line that is no message, and goes on', async () => {
    const heard: string[] = [];
    const listening = element.heard.subscribe((message) => {
      if (message.t === 'error') heard.push(message.reason);
    });
    element.sendLine('{"t":"event","seq":"one"}');
    await until('the error', () => heard.length > 0);
    listening.unsubscribe();
    expect(heard[0]).toMatch(/seq/);
    element.report({ object: 'SatelliteCard=0', alarmId: 26122, state: 'fault' });
    await list.sees('the next alarm', ({ alarmId }) => alarmId === 26122);
  });

  it('says that the NE is disconnected after three missed handshakes, marks its alarms stale, and takes both back', async () => {
    element.silence(true);
    const lost = await list.sees('alarm 301', ({ alarmId }) => alarmId === 301);
    expect(lost).toMatchObject({ object: '', severity: 'critical', state: 'active' });
    await list.sees('a stale alarm', ({ alarmId, stale }) => alarmId === 26122 && stale);
    element.silence(false);
    await until('301 to clear', () => ![...list.alarms.values()].some(({ alarmId }) => alarmId === 301));
    await list.sees('a fresh alarm', ({ alarmId, stale }) => alarmId === 26122 && !stale);
    const [cleared] = await client.alarms('?state=cleared&alarmId=301');
    expect(cleared?.clearedBy).toBe('reconnect');
  });

  it('gives a reader who comes back what it missed, and nothing twice', async () => {
    const reader = new LiveList(omc.url, client.token);
    await reader.subscribe();
    const { cursor } = reader;
    reader.close();
    element.report({ object: 'X2Interface=1', alarmId: 29204, state: 'fault' });
    await list.sees('the alarm', ({ alarmId }) => alarmId === 29204);
    const back = new LiveList(omc.url, client.token);
    const answer = await back.subscribe({ cursor });
    expect(answer).toMatchObject({ snapshot: null });
    await back.sees('what it missed', ({ alarmId }) => alarmId === 29204);
    expect(back.received.flatMap(({ changes }) => changes)).toHaveLength(1);
    back.close();
  });

  it('ends within five seconds of SIGTERM with exit status 0', async () => {
    expect(await omc.end('SIGTERM')).toBe(0);
    await omc.start();
  });
});
