import type { LedgerResource } from '@omc/api';
import { makeOmc, OmcClient, type OmcProcess, PASSWORD, until } from '@omc/harness';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const BASIC = `Basic ${Buffer.from(`admin:${PASSWORD}`).toString('base64')}`;
const EVENT = '/eventListener/v7';
const BATCH = '/eventListener/v7/eventBatch';

let eventNumber = 0;

function header(domain: string, sourceName = 'eNB-8') {
  return {
    ...{ domain, sourceName, reportingEntityName: 'ems-1', eventName: `${domain}_eNB`, priority: 'High' },
    ...{ eventId: `event-${++eventNumber}`, sequence: 0, startEpochMicrosec: 1, lastEpochMicrosec: 2 },
    ...{ version: '4.1', vesEventListenerVersion: '7.2.1' },
  };
}

function fault(object: string, eventSeverity: string, more: object = {}, sourceName = 'eNB-8') {
  return {
    commonEventHeader: header('fault', sourceName),
    faultFields: {
      ...{ faultFieldsVersion: '4.0', alarmCondition: 'c', eventSeverity, eventSourceType: 'eNodeB' },
      ...{ specificProblem: 'few satellites', vfStatus: 'Active' },
      alarmAdditionalInformation: { object, alarmId: '26122' },
      ...more,
    },
  };
}

function heartbeat(heartbeatInterval: number) {
  return {
    commonEventHeader: header('heartbeat'),
    heartbeatFields: { heartbeatFieldsVersion: '3.0', heartbeatInterval },
  };
}

describe('VES', () => {
  let omc: OmcProcess;
  let client: OmcClient;

  beforeAll(async () => {
    omc = await makeOmc();
    await omc.start();
    client = await OmcClient.signIn(omc.url);
    await client.addNe({ id: 'eNB-8', kind: 'snmp', host: '127.0.0.8', port: 161 });
  });

  afterAll(async () => omc?.remove());

  const send = (path: string, body: unknown, headers: Record<string, string> = { authorization: BASIC }) =>
    client.request<{ requestError: Record<string, { messageId: string; variables: string[] }> }>(
      'POST',
      path,
      body,
      headers,
    );
  const active = () => client.alarms('?ne=eNB-8&sort=raisedAt');
  const totals = async () =>
    (await client.get<LedgerResource>('/api/v1/ledger')).body.totals.find(({ source }) => source === 'ves');

  it('takes a fault and its end; the answer comes after the commit', async () => {
    expect(await send(EVENT, { event: fault('SatelliteCard=0', 'MINOR') })).toMatchObject({
      status: 202,
      body: '',
    });
    expect(await active()).toMatchObject([
      { object: 'SatelliteCard=0', alarmId: 26122, severity: 'minor', text: 'few satellites' },
    ]);
    expect((await send(EVENT, { event: fault('SatelliteCard=0', 'NORMAL') })).status).toBe(202);
    expect(await active()).toEqual([]);
  });

  it('takes a batch as a whole, or names the event and member that is wrong', async () => {
    const eventList = [fault('SatelliteCard=1', 'MAJOR'), fault('SatelliteCard=2', 'FATAL')];
    const refused = await send(BATCH, { eventList });
    expect(refused.status).toBe(400);
    expect(refused.body.requestError['serviceException']).toMatchObject({ messageId: 'SVC0002' });
    expect(refused.body.requestError['serviceException']?.variables[0]).toBe(
      'eventList[1].faultFields.eventSeverity',
    );
    expect(await active()).toEqual([]);
    eventList[1] = fault('SatelliteCard=2', 'MAJOR');
    expect((await send(BATCH, { eventList })).status).toBe(202);
    expect(await active()).toHaveLength(2);
  });

  it('counts an event that is sent again once', async () => {
    const event = fault('SatelliteCard=3', 'MAJOR');
    const answers = await Promise.all([1, 2, 3].map(() => send(EVENT, { event })));
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202]);
    expect((await active()).find(({ object }) => object === 'SatelliteCard=3')?.reports).toBe(1);
  });

  it('refuses in the form of VES who is unknown, what is unknown, and what is too large', async () => {
    const event = fault('SatelliteCard=9', 'MAJOR');
    const wrong = `Basic ${Buffer.from('admin:wrong').toString('base64')}`;
    const refusals: [number, string, unknown, string?][] = [
      [401, 'POL2000', { event }, wrong],
      [404, 'SVC2000', { event: fault('', 'MAJOR', {}, 'nobody') }],
      [400, 'SVC0002', { event: fault('', 'MAJOR', { alarmAdditionalInformation: { alarmId: '4' } }) }],
      [400, 'SVC0002', { event: fault('no name', 'MAJOR') }],
      [400, 'SVC0002', { event: { commonEventHeader: header('syslog') } }],
      [400, 'SVC0002', '{"event":'],
      [413, 'SVC2000', `{"event":"${'x'.repeat(2 ** 21)}"}`],
      [400, 'SVC0002', `{"event":${'['.repeat(90_000)}${']'.repeat(90_000)}}`],
    ];
    for (const [status, messageId, body, authorization = BASIC] of refusals) {
      const answer = await send(EVENT, body, { authorization });
      expect(answer.status).toBe(status);
      expect(Object.values(answer.body.requestError)[0]).toMatchObject({ messageId });
    }
    expect((await send('/eventListener/v5', { event })).status).toBe(404);
  });

  it('accounts for each event, whatever came', async () => {
    const ledger = (await client.get<LedgerResource>('/api/v1/ledger?source=ves&limit=1000')).body;
    const rejected = ledger.items.reduce((sum, { count }) => sum + count, 0);
    expect(await totals()).toMatchObject({ received: rejected + 5, processed: 5, rejected, underWay: 0 });
    const reasons = new Set(ledger.items.map(({ reason }) => reason));
    expect(reasons).toEqual(new Set(['auth', 'duplicate', 'malformed', 'unknown-alarm-type', 'unknown-ne']));
  });

  it('survives a flood without an argon2 for each request', async () => {
    const many = Array.from({ length: 300 }, (_, i) =>
      send(EVENT, { event: fault(`SatelliteCard=${i}`, 'NORMAL') }),
    );
    for (const { status } of await Promise.all(many)) expect(status).toBe(202);
    const { body } = await client.request<string>('GET', '/metrics', undefined, { authorization: BASIC });
    expect(Number(/^omc_password_checks (\d+)$/m.exec(body)?.[1])).toBeLessThan(10);
  });

  it('misses heartbeats, over a restart too, and hears the next one', async () => {
    expect((await send(EVENT, { event: heartbeat(1) })).status).toBe(202);
    await omc.end();
    await omc.start();
    client = await OmcClient.signIn(omc.url);
    await until('alarm 301', async () => (await active()).some(({ alarmId }) => alarmId === 301));
    expect((await send(EVENT, { event: heartbeat(3600) })).status).toBe(202);
    expect((await active()).some(({ alarmId }) => alarmId === 301)).toBe(false);
  });
});
