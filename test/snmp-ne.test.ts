import type { AlarmResource, LedgerResource, NeResource } from '@omc/api';
import { makeOmc, OmcClient, type OmcProcess, until } from '@omc/harness';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFailed } from 'vitest';
import { freeUdpPort } from './snmp/free-udp-port.js';
import { AGENT_USER, SnmpAgent } from './snmp/snmp-agent.js';

const CELL_REDUCED = 29243;
const NE = '/api/v1/nes/mast';
const DISCONNECTED = 301;
const basic = `Basic ${Buffer.from('admin:correct horse battery').toString('base64')}`;

/** An NE without a link: a real agent, asked by the real OMC. */
describe('an NE that is supervised by SNMP', () => {
  let omc: OmcProcess;
  let client: OmcClient;
  let agent: SnmpAgent;

  beforeAll(async () => {
    omc = await makeOmc({ OMC_HANDSHAKE_INTERVAL_S: '0.4', OMC_RECONNECT_INTERVAL_S: '0.4' });
    await omc.start();
    client = await OmcClient.signIn(omc.url);
    await client.setFilter({ alarmId: CELL_REDUCED, createWindow: 0, restoreWindow: 0 });
    agent = new SnmpAgent(await freeUdpPort());
    agent.start();
  });

  afterAll(async () => {
    agent?.stop();
    await omc?.remove();
  });

  beforeEach(() => onTestFailed(() => console.error(omc.output.slice(-3_000))));

  const link = async () => (await client.get<NeResource>(NE)).body.link;
  const isIn = (state: string) => until(`the NE to be ${state}`, async () => (await link())?.state === state);
  const alarmOf = async (alarmId: number): Promise<AlarmResource | undefined> =>
    (await client.alarms('?state=all&ne=mast&sort=-raisedAt')).find((alarm) => alarm.alarmId === alarmId);
  const isState = (alarmId: number, state: string) =>
    until(`alarm ${alarmId} to be ${state}`, async () => (await alarmOf(alarmId))?.state === state);
  const listed = (description: string, since = new Date(Date.now() - 60_000)) =>
    agent.list({ alarmId: CELL_REDUCED, state: 3, description, since });

  it('is connected once its agent answers, and brings along what the agent lists, since when it is so', async () => {
    const since = new Date(Math.floor(Date.now() / 1000) * 1000 - 3_600_000);
    listed('fan broken', since);
    const snmp = { community: 'secret' };
    await client.addNe({ id: 'mast', kind: 'snmp', host: '127.0.0.1', port: agent.port, snmp });
    await isIn('connected');
    await isState(CELL_REDUCED, 'active');
    const text = 'fan broken';
    expect(await alarmOf(CELL_REDUCED)).toMatchObject({
      text,
      severity: 'warning',
      faultAt: since.toISOString(),
    });
  });

  it('is asked for its faults when an operator wants it: what it has no longer is over', async () => {
    agent.list();
    expect((await client.post(`${NE}/sync`, {})).status).toBe(200);
    await isState(CELL_REDUCED, 'cleared');
    expect(await alarmOf(CELL_REDUCED)).toMatchObject({ clearedBy: 'resync' });
  });

  it('is disconnected after three questions without an answer, which makes its alarms stale', async () => {
    listed('fan broken again');
    await client.post(`${NE}/sync`, {});
    await isState(CELL_REDUCED, 'active');
    agent.stop();
    await isIn('disconnected');
    await isState(DISCONNECTED, 'active');
    expect((await alarmOf(CELL_REDUCED))?.stale).toBe(true);
    expect((await client.post(`${NE}/sync`, {})).status).toBe(409);
    expect((await client.get<string>('/metrics')).body).toContain('omc_links{state="disconnected"} 1');
  });

  it('is asked for its faults again when it is back', async () => {
    agent.start();
    agent.list();
    await isIn('connected');
    await isState(DISCONNECTED, 'cleared');
    await isState(CELL_REDUCED, 'cleared');
    expect(await alarmOf(CELL_REDUCED)).toMatchObject({ clearedBy: 'resync', stale: false });
  });

  it('that starts anew between two questions is asked at once, as its sysUpTime fell back', async () => {
    agent.stop();
    agent.start(1_000);
    listed('told after the restart');
    await isState(CELL_REDUCED, 'active');
    expect(await alarmOf(DISCONNECTED)).toMatchObject({ state: 'cleared' });
  });

  it('that starts anew and lists nothing keeps its alarms, or loses them where it is set so', async () => {
    agent.stop();
    agent.start(500);
    await until('the end of the table', () => omc.output.includes('the agent has no table of active alarms'));
    expect(await alarmOf(CELL_REDUCED)).toMatchObject({ state: 'active' });
    expect((await client.request('PATCH', NE, { snmp: { onRestart: 'clear' } })).status).toBe(200);
    await isIn('connected');
    agent.stop();
    agent.start(100);
    await isState(CELL_REDUCED, 'cleared');
  });

  it('can be asked by SNMPv3, with a user that it knows; else it says why it cannot', async () => {
    const { name: user, authKey: authPassword, privKey: privPassword } = AGENT_USER;
    await client.request('PATCH', NE, { snmp: { community: null, user } });
    await until('the reason', async () => (await link())?.reason === `there is no SNMP user ${user}`);
    const put = {
      user,
      authProtocol: 'sha256',
      authPassword: 'quite another one',
      privProtocol: 'aes',
      privPassword,
    };
    expect((await client.post('/api/v1/snmp-users', put)).status).toBe(201);
    await isIn('disconnected');
    await client.request('DELETE', `/api/v1/snmp-users/${user}`);
    expect((await client.post('/api/v1/snmp-users', { ...put, authPassword })).status).toBe(201);
    await isIn('connected');
    expect((await client.get<NeResource>(NE)).body.snmp).toMatchObject({ user, communitySet: false });
    listed('told to a user');
    await client.post(`${NE}/sync`, {});
    await isState(CELL_REDUCED, 'active');
  });

  it('that lists what the catalogue does not have is told of in the ledger', async () => {
    agent.list({ alarmId: 4, state: 3, description: 'nobody knows', since: new Date() });
    await client.post(`${NE}/sync`, {});
    const ledger = () => client.get<LedgerResource>('/api/v1/ledger?source=sync&reason=unmapped');
    await until('the entry', async () => (await ledger()).body.items.length === 1);
    const { items, totals } = (await ledger()).body;
    expect(items).toMatchObject([{ from: 'mast', count: 1 }]);
    const { received = 0, processed, rejected } = totals.find(({ source }) => source === 'sync') ?? {};
    expect(received).toBe((processed ?? 0) + (rejected ?? 0));
    const { body } = await client.get<{ items: { source: string }[] }>('/api/v1/traps/unmapped');
    expect(body.items).toContainEqual(expect.objectContaining({ source: 'mast' }));
  });

  it('is asked no more once it sends heartbeats of its own accord', async () => {
    const commonEventHeader = {
      ...{ domain: 'heartbeat', eventId: 'h-1', eventName: 'Heartbeat', priority: 'Normal', sequence: 0 },
      ...{
        sourceName: 'mast',
        reportingEntityName: 'mast',
        version: '4.1',
        vesEventListenerVersion: '7.2.1',
      },
      ...{ startEpochMicrosec: Date.now() * 1000, lastEpochMicrosec: Date.now() * 1000 },
    };
    const event = {
      event: {
        commonEventHeader,
        heartbeatFields: { heartbeatFieldsVersion: '3.0', heartbeatInterval: 3_600 },
      },
    };
    const { status } = await client.request('POST', '/eventListener/v7', event, { authorization: basic });
    expect(status).toBe(202);
    agent.stop();
    expect(await link()).toMatchObject({ state: 'none' });
  });
});
