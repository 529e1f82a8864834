import { createSocket } from 'node:dgram';
import { makeOmc, OmcClient, type OmcProcess, PASSWORD, until } from '@omc/harness';
import { SimulatedElement } from '@omc/simulator';
import { encodeNotification } from '@omc/wire';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiDocument } from './openapi/api-document.js';
import { CheckedApi } from './openapi/checked-api.js';

const SATELLITE = { object: 'SatelliteCard=0', alarmId: 26122 };
const NO_ALARM = '0192f0c4-7a1b-7001-8abc-000000000001';
const WEEK = 'from=2026-11-16T00:00:00Z&until=2026-11-23T00:00:00Z';

/** Real requests to every operation, whose answers are held against the document that the OMC gives of itself. */
describe('the OpenAPI document', () => {
  let omc: OmcProcess;
  let api: CheckedApi;
  let stranger: OmcClient;
  let element: SimulatedElement;

  beforeAll(async () => {
    omc = await makeOmc();
    await omc.start();
    const client = await OmcClient.signIn(omc.url);
    stranger = new OmcClient(omc.url);
    const { body } = await client.get<ConstructorParameters<typeof ApiDocument>[0]>('/api/openapi.json');
    api = new CheckedApi(new ApiDocument(body), client);
    element = new SimulatedElement({ id: 'eNB-1', log: () => undefined });
    await element.start();
  });

  afterAll(async () => {
    await element?.stop();
    await omc?.remove();
  });

  it('tells the truth about the system and sessions', async () => {
    await api.call('readHealth', 200, { client: stranger });
    await api.call('readReadiness', 200, { client: stranger });
    await api.call('readMetrics', 200);
    await api.call('readOpenApi', 200);
    await api.call('readLogLevel', 200);
    await api.call('setLogLevel', 200, { body: { level: 'info' } });
    await api.call('setLogLevel', 400, { body: { level: 'loud' } });
    const body = { user: 'admin', password: PASSWORD };
    const { token } = await api.call<{ token: string }>('openSession', 201, { client: stranger, body });
    await api.call('openSession', 401, { client: stranger, body: { ...body, password: 'no' } });
    await api.call('openSession', 400, { client: stranger, body: { user: 'admin' } });
    const leaving = new OmcClient(omc.url);
    leaving.token = token;
    await api.call('readSession', 200, { client: leaving });
    await api.call('closeSession', 204, { client: leaving });
    await api.call('readSession', 401, { client: leaving });
  });

  it('tells the truth about the sessions that are open', async () => {
    const body = { user: 'admin', password: PASSWORD };
    await api.call('openSession', 201, { client: stranger, body });
    type Listed = { items: { id: string; current: boolean }[] };
    const { items } = await api.call<Listed>('listSessions', 200);
    const path = { id: items.find(({ current }) => !current)?.id ?? '' };
    await api.call('endSession', 204, { path });
    await api.call('endSession', 404, { path });
    await api.call('listSessions', 404, { query: '?user=nobody' });
    await api.call('listSessions', 400, { query: '?cursor=nonsense' });
    await api.call('endOtherSessions', 204);
    await api.call('endOtherSessions', 404, { query: '?user=nobody' });
  });

  it('tells the truth about API tokens', async () => {
    const body = { name: 'grafana', role: 'viewer' };
    const { id, token } = await api.call<{ id: string; token: string }>('addToken', 201, { body });
    await api.call('addToken', 409, { body });
    const scope = { nes: ['eNB-1'], subnets: ['Subnet=1'] };
    await api.call('addToken', 201, { body: { ...body, name: 'mine', scope } });
    const program = new OmcClient(omc.url);
    program.token = token;
    await api.call('listTokens', 200, { client: program });
    await api.call('closeSession', 409, { client: program });
    await api.call('endOtherSessions', 409, { client: program });
    await api.call('removeToken', 204, { path: { id } });
    await api.call('removeToken', 404, { path: { id } });
  });

  it('tells the truth about users and the audit log', async () => {
    const body = { user: 'kim', password: 'a long way home', role: 'operator' };
    await api.call('addUser', 201, { body });
    await api.call('addUser', 409, { body });
    await api.call('addUser', 400, { body: { ...body, user: 'lee', password: 'password1' } });
    await api.call('listUsers', 200);
    const path = { user: 'kim' };
    await api.call('readUser', 200, { path });
    await api.call('readUser', 404, { path: { user: 'nobody' } });
    await api.call('changeUser', 200, { path, body: { role: 'viewer', scope: { nes: ['eNB-1'] } } });
    await api.call('changeUser', 409, { path: { user: 'admin' }, body: { role: 'viewer' } });
    const kim = new OmcClient(omc.url);
    const signIn = { user: 'kim', password: body.password };
    kim.token = (await api.call<{ token: string }>('openSession', 201, { client: kim, body: signIn })).token;
    const change = { password: body.password, newPassword: 'another way home' };
    await api.call('listUsers', 403, { client: kim });
    await api.call('changePassword', 200, { client: kim, body: change });
    await api.call('removeUser', 204, { path });
    await api.call('listAudit', 200, { query: '?user=admin' });
    await api.call('exportAudit', 200, { query: '?format=csv' });
  });

  it('tells the truth about NEs and topologies', async () => {
    const ne = { id: 'eNB-1', host: element.host, port: element.port };
    await api.call('addNe', 201, { body: ne });
    await api.call('addNe', 409, { body: ne });
    await api.call('addNe', 400, { body: { ...ne, id: 'e NB' } });
    await api.call('addNes', 200, {
      body: '{"id":"ves","kind":"snmp","host":"127.0.0.9","port":9}\n{"id":"eNB-3","host":"127.0.0.9","port":9}',
    });
    await until('the link', () => element.isConnected);
    await api.call('listNes', 200);
    const path = { id: 'eNB-1' };
    const topology = {
      site: 'Site=7',
      subnet: 'Subnet=1',
      objects: [{ object: 'Cell=1', requires: [['Rru=0-60-0']] }],
    };
    await api.call('putTopology', 200, { path, body: topology });
    await api.call('putTopology', 412, { path, body: topology, headers: { 'if-match': '"7"' } });
    await api.call('putTopologies', 200, { body: JSON.stringify({ ne: 'eNB-1', ...topology }) });
    await api.call('readTopology', 200, { path });
    await api.call('readNe', 200, { path });
    await api.call('changeNe', 200, {
      path: { id: 'eNB-3' },
      body: { port: 10, snmp: { community: 'hidden' } },
    });
    await api.call('readNe', 200, { path: { id: 'eNB-3' } });
    await api.call('syncNe', 200, { path });
    await api.call('syncNe', 409, { path: { id: 'eNB-3' } });
    await api.call('removeNe', 204, { path: { id: 'eNB-3' } });
  });

  it('tells the truth about filters', async () => {
    const body = { alarmId: SATELLITE.alarmId, createWindow: 0, restoreWindow: 0 };
    await api.call('putFilter', 200, { body });
    await api.call('putFilter', 409, { body: { alarmId: 301, createWindow: 0 } });
    await api.call('putFilter', 404, { body: { alarmId: 1, createWindow: 0 } });
    await api.call('listFilters', 200);
    const study = { alarmId: 29240, from: '2026-11-16T00:00:00Z', until: '2026-11-23T00:00:00Z' };
    await api.call('dryRunFilter', 200, { body: { ...study, createWindow: 60 } });
    await api.call('dryRunFilter', 400, { body: { ...study, createWindow: 60, createThreshold: 61 } });
    await api.call('adviseFilter', 200, { query: `?alarmId=29240&${WEEK}` });
    await api.call('putFilter', 200, { body: { alarmId: 29240, ne: 'eNB-1', createWindow: 60 } });
    await api.call('removeFilter', 204, { query: '?alarmId=29240&ne=eNB-1' });
    await api.call('removeFilter', 404, { query: '?alarmId=29240&ne=eNB-1' });
  });

  it('tells the truth about alarms and conditions', async () => {
    element.report({ ...SATELLITE, state: 'fault', text: 'no fix', info: { card: 0 } });
    element.report({ object: 'Cell=1', alarmId: 29240, state: 'fault' });
    await until('the alarm', async () => (await api.client.alarms('?alarmId=26122')).length === 1);
    await until('the window', async () => {
      const { body } = await api.client.get<{ items: unknown[] }>('/api/v1/conditions?phase=pending-raise');
      return body.items.length === 1;
    });
    await api.call('listConditions', 200);
    const { items } = await api.call<{ items: { id: string }[] }>('listAlarms', 200, { query: '?state=all' });
    const path = { id: items[0]?.id ?? '' };
    await api.call('listAlarms', 400, { query: '?sort=color' });
    await api.call('summariseAlarms', 200);
    await api.call('exportAlarms', 200, { query: '?format=csv' });
    await api.call('exportAlarms', 200, { query: '?format=json&state=all' });
    await api.call('exportAlarms', 400, { query: '?format=xlsx' });
    await api.call('readAlarm', 200, { path });
    await api.call('readAlarm', 404, { path: { id: NO_ALARM } });
    await api.call('readAlarmLog', 200, { path });
    await api.call('explainAlarm', 200, { path });
    await api.call('acknowledgeAlarm', 200, { path, body: { comment: 'on it' } });
    await api.call('acknowledgeAlarm', 409, { path, body: {} });
    await api.call('acknowledgeAlarm', 412, { path, body: {}, headers: { 'if-match': '"1"' } });
    await api.call('unacknowledgeAlarm', 200, { path, body: {} });
    await api.call('commentAlarm', 200, { path, body: { comment: 'still' } });
    await api.call('listAlarmComments', 200, { path });
    await api.call('clearAlarm', 200, { path, body: {} });
    await api.call('clearAlarm', 404, { path: { id: NO_ALARM }, body: {} });
    const ids = [path.id, NO_ALARM, { id: path.id, lifeVersion: 1 }];
    await api.call('actOnAlarms', 200, { body: { action: 'acknowledge', ids } });
    await api.call('listAlarmTypes', 200);
    await api.call('changeAlarmType', 200, { path: { alarmId: '29240' }, body: { severity: 'critical' } });
    await api.call('changeAlarmType', 404, { path: { alarmId: '1' }, body: { severity: 'critical' } });
    await api.call('runMml', 200, { body: { command: 'LST ALMAF:;' } });
    await api.call('runMml', 200, { body: { command: 'LST NOTHING:;' } });
  });

  it('tells the truth about earlier lives, notes and what is acknowledged by itself', async () => {
    const { items } = await api.call<{ items: { id: string }[] }>('listAlarms', 200, { query: '?state=all' });
    const path = { id: items[0]?.id ?? '' };
    await api.call('listLives', 200, { path, query: '?limit=5' });
    await api.call('listLives', 404, { path: { id: NO_ALARM } });
    const note = { ne: 'eNB-1', text: 'keys at the school' };
    await api.call('putNote', 200, { body: note });
    await api.call('putNote', 404, { body: { ...note, ne: 'eNB-404' } });
    await api.call('putNote', 400, { body: { text: 'nowhere' } });
    await api.call('listNotes', 200);
    await api.call('listAlarmNotes', 200, { path });
    await api.call('listAlarmNotes', 404, { path: { id: NO_ALARM } });
    await api.call('removeNote', 204, { query: '?ne=eNB-1' });
    await api.call('removeNote', 404, { query: '?ne=eNB-1' });
    await api.call('putAutoAck', 200, { body: { bySeverity: { warning: 'cleared' } } });
    await api.call('readAutoAck', 200);
    const settings = { severity: null, neSeverities: { 'eNB-1': 'critical' }, autoAck: 'raised' };
    await api.call('changeAlarmType', 200, { path: { alarmId: '29240' }, body: settings });
    const unknown = { neSeverities: { 'eNB-404': 'minor' } };
    await api.call('changeAlarmType', 404, { path: { alarmId: '29240' }, body: unknown });
  });

  it('tells the truth about shelves', async () => {
    const until = new Date(Date.now() + 3_600_000).toISOString();
    const body = { match: { ne: 'eNB-1' }, until, reason: 'works on the mast' };
    const { id } = await api.call<{ id: string }>('addShelf', 201, { body });
    await api.call('addShelf', 400, { body: { ...body, match: {} } });
    await api.call('listShelves', 200, { query: '?state=active' });
    await api.call('readShelf', 200, { path: { id } });
    await api.call('changeShelf', 200, { path: { id }, body: { reason: 'still' } });
    await api.call('changeShelf', 404, { path: { id: NO_ALARM }, body: { reason: 'still' } });
    await api.call('endShelf', 204, { path: { id } });
    await api.call('endShelf', 409, { path: { id } });
  });

  it('tells the truth about facets and saved views', async () => {
    await api.call('countFacets', 200, { query: '?severity=major&limit=5' });
    await api.call('countFacets', 400, { query: '?limit=0' });
    const body = { name: 'mine', filter: { ne: ['eNB-1'] } };
    const { id } = await api.call<{ id: string }>('addView', 201, { body });
    await api.call('addView', 409, { body });
    await api.call('listViews', 200);
    await api.call('readView', 200, { path: { id } });
    await api.call('changeView', 200, { path: { id }, body: { shared: true } });
    const old = { 'if-match': '"1"' };
    await api.call('changeView', 412, { path: { id }, body: { shared: false }, headers: old });
    await api.call('setDefaultView', 200, { body: { id } });
    await api.call('setDefaultView', 404, { body: { id: NO_ALARM } });
    await api.call('removeView', 204, { path: { id } });
    await api.call('removeView', 404, { path: { id } });
  });

  it('tells the truth about SNMP, VES and the ledger', async () => {
    const user = { user: 'probe', authPassword: 'auth password', privPassword: 'priv password' };
    await api.call('addSnmpUser', 201, { body: user });
    await api.call('addSnmpUser', 409, { body: user });
    await api.call('listSnmpUsers', 200);
    await api.call('removeSnmpUser', 204, { path: { user: 'probe' } });
    const socket = createSocket('udp4');
    const unmapped = {
      oid: '1.3.6.1.4.1.9999.0.1',
      varbinds: [{ oid: '1.3.6.1.4.1.9999.1', type: 4, value: Buffer.from('x') }],
    };
    socket.send(
      encodeNotification(unmapped, { community: 'public', requestId: 1 }),
      omc.trapPort,
      '127.0.0.1',
      () => socket.close(),
    );
    await until('the notification', async () => {
      const { body } = await api.client.get<{ items: unknown[] }>('/api/v1/traps/unmapped');
      return body.items.length === 1;
    });
    await api.call('listUnmappedTraps', 200);
    const rule = {
      name: 'mine',
      notification: '1.3.6.1.4.1.9999.0.2',
      alarmId: 26122,
      state: 'fault',
      object: 'SatelliteCard=0',
    };
    await api.call('addTrapMapping', 201, { body: rule });
    await api.call('addTrapMapping', 409, { body: rule });
    await api.call('listTrapMappings', 200);
    await api.call('dryRunTrap', 200, { body: { notification: '1.3.6.1.4.1.9999.0.2', varbinds: [] } });
    await api.call('removeTrapMapping', 204, { path: { name: 'mine' } });
    await api.call('postVesEvent', 202, { body: { event: vesFault('e1') } });
    await api.call('postVesEvent', 400, { body: { event: {} } });
    await api.call('postVesEventBatch', 202, { body: { eventList: [vesFault('e2')] } });
    await api.call('readLedger', 200);
    await api.call('readStatistics', 200, { query: `?${WEEK}` });
    await api.call('readStatistics', 400, { query: `?${WEEK}&by=minute` });
  });

  it('tells who is not signed in, at every operation', async () => {
    for (const [id, { security, requestBody }] of api.document.operations)
      if (security?.length !== 0)
        await api.call(id, 401, { client: stranger, ...(requestBody && { body: '{}' }) });
  });

  it('tells what is wrong with a request, at every operation', async () => {
    for (const [id, { requestBody, path }] of api.document.operations) {
      if (!path.startsWith('/api/v1')) continue;
      await api.call(id, 400, { query: '?nonsense=%zz', ...(requestBody && { body: '{}' }) });
      if (requestBody === undefined) continue;
      await api.call(id, 415, { body: 'x', headers: { 'content-type': 'text/plain' } });
    }
  });

  it('tells what is too long, and what is not there, at every operation', async () => {
    for (const [id, { requestBody, parameters }] of api.document.operations) {
      if (requestBody?.content['application/json'] !== undefined)
        await api.call(id, 413, { body: { x: 'x'.repeat(5 * 2 ** 20) } });
      if (requestBody === undefined && parameters.some((each) => each.in === 'path')) await api.call(id, 404);
    }
  });

  it('leaves no operation out', () => {
    expect([...api.document.operations.keys()].filter((id) => !api.exercised.has(id))).toEqual([]);
  });
});

function vesFault(eventId: string) {
  return {
    commonEventHeader: {
      ...{ domain: 'fault', eventId, eventName: 'Fault_Satellite', priority: 'High', sequence: 0 },
      ...{ sourceName: 'ves', reportingEntityName: 'ves', version: '4.1', vesEventListenerVersion: '7.2.1' },
      ...{ startEpochMicrosec: 1, lastEpochMicrosec: 2 },
    },
    faultFields: {
      ...{
        faultFieldsVersion: '4.0',
        alarmCondition: 'c',
        eventSeverity: 'MAJOR',
        eventSourceType: 'eNodeB',
      },
      ...{ specificProblem: 'p', vfStatus: 'Active', alarmAdditionalInformation: { alarmId: '26122' } },
    },
  };
}
