import { createSocket } from 'node:dgram';
import { makeOmc, OmcClient, type OmcProcess, PASSWORD, until } from '@omc/harness';
import { SimulatedElement } from '@omc/simulator';
import { encodeNotification, encodeOmcAlarm, OMC_ALARM } from '@omc/wire';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const SENDING = { community: 'public', requestId: 1 };

/** What would move a terminal's cursor, break a line, run in a page, or turn the reading direction around. */
const HOSTILE =
  '\u001b[2Jx\r\n{"level":30,"msg":"forged"}\u009b31m\u0007\u007f\u202eabc\u2028<img src=x onerror=alert(1)>"\'\u0000';
/** As above where it can be stored. */
const STORED = HOSTILE.replace('\u0000', '\uFFFD');
const BREAKING = /(?!\n)[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u;
const SATELLITE = { object: 'SatelliteCard=0', alarmId: 26122 };

/** Texts from the wire, on every way in and at every way out. */
describe('a hostile text', () => {
  let omc: OmcProcess;
  let client: OmcClient;
  let element: SimulatedElement;

  beforeAll(async () => {
    omc = await makeOmc({ OMC_LOG_LEVEL: 'trace' });
    await omc.start();
    client = await OmcClient.signIn(omc.url);
    element = new SimulatedElement({ id: 'eNB-1', log: () => undefined });
    await element.start();
    await client.addNe({ id: 'eNB-1', host: element.host, port: element.port });
    for (const id of ['trap', 'ves']) await client.addNe({ id, kind: 'snmp', host: '127.0.0.9', port: 9 });
    await client.setFilter({ alarmId: SATELLITE.alarmId, createWindow: 0, restoreWindow: 0 });
    await until('the link', () => element.isConnected);
  });

  afterAll(async () => {
    await element?.stop();
    await omc?.remove();
  });

  function notify(oid: string, varbinds: Parameters<typeof encodeNotification>[0]['varbinds']): void {
    const socket = createSocket('udp4');
    const bytes = encodeNotification({ oid, varbinds }, SENDING);
    socket.send(bytes, omc.trapPort, '127.0.0.1', () => socket.close());
  }

  it('comes in over a link, by SNMP and by VES', async () => {
    element.report({ ...SATELLITE, state: 'fault', text: HOSTILE, info: { [HOSTILE]: HOSTILE } });
    notify(OMC_ALARM, encodeOmcAlarm({ ne: 'trap', ...SATELLITE, state: 'fault', text: HOSTILE }));
    notify('1.3.6.1.4.1.9999.0.1', [{ oid: '1.3.6.1.4.1.9999.1', type: 4, value: Buffer.from(HOSTILE) }]);
    notify(OMC_ALARM, encodeOmcAlarm({ ne: 'unknown', ...SATELLITE, state: 'fault', text: HOSTILE }));
    const header = {
      ...{ domain: 'fault', eventId: HOSTILE, eventName: HOSTILE, priority: 'High', sequence: 0 },
      ...{
        sourceName: 'ves',
        reportingEntityName: HOSTILE,
        version: '4.1',
        vesEventListenerVersion: '7.2.1',
      },
      ...{ startEpochMicrosec: 1, lastEpochMicrosec: 2 },
    };
    const faultFields = {
      ...{
        faultFieldsVersion: '4.0',
        alarmCondition: 'c',
        eventSeverity: 'MAJOR',
        eventSourceType: 'eNodeB',
      },
      ...{ specificProblem: HOSTILE, vfStatus: 'Active', alarmAdditionalInformation: { alarmId: '26122' } },
    };
    const authorization = `Basic ${Buffer.from(`admin:${PASSWORD}`).toString('base64')}`;
    const event = { event: { commonEventHeader: header, faultFields } };
    const sent = await client.request('POST', '/eventListener/v7', event, { authorization });
    expect(sent.status).toBe(202);
    await until('the alarms', async () => (await client.alarms('?alarmId=26122')).length === 3);
    const texts = (await client.alarms('?alarmId=26122')).map(({ text }) => text);
    expect(texts).toEqual([STORED, STORED, STORED]);
  });

  it('stands in answers that no browser takes for a page', async () => {
    for (const path of ['/api/v1/alarms', '/api/v1/ledger', '/api/v1/traps/unmapped', '/metrics']) {
      const response = await fetch(`${omc.url}${path}`, {
        headers: { authorization: `Bearer ${client.token}` },
      });
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      expect(response.headers.get('content-type')).toMatch(/^(application\/json|text\/plain)/);
      if (path === '/metrics') expect(await response.text()).not.toMatch(BREAKING);
    }
  });

  it('moves nothing in a report of MML', async () => {
    const [alarm] = await client.alarms('?alarmId=26122&ne=eNB-1');
    const quoted = STORED.replace(/["\\]/g, '\\$&').replace(/[\r\n]/g, ' ');
    for (const command of [
      'LST ALMAF:;',
      `DSP ALM: ID="${alarm?.id}";`,
      `LST NE: NE="${quoted}";`,
      `FROBNICATE ${quoted};`,
      'DSP TRAPMAP: OID="1.3.6.1.6.3.1.1.5.3", VB="1.3.6.1.2.1.2.2.1.1.4=4; 1.3.6.1.2.1.2.2.1.2.4=' +
        quoted +
        '";',
    ]) {
      const answer = await client.post<{ report: string }>('/api/v1/mml', { command });
      expect(answer.status, `${command}: ${JSON.stringify(answer.body)}`).toBe(200);
      expect(answer.body.report, command).not.toMatch(BREAKING);
    }
  });

  it('with NUL is refused by the name of its field', async () => {
    const answer = await client.post<object>('/api/v1/mml', { command: `LST NE: NE="${HOSTILE}";` });
    expect(answer).toMatchObject({
      ...{ status: 400, body: { errors: [{ field: 'command', reason: 'must not contain NUL' }] } },
    });
    expect(JSON.stringify(answer.body)).not.toMatch(BREAKING);
  });

  it('is one line of the log at the most, and does nothing to a terminal', () => {
    const lines = omc.output.split('\n').filter(Boolean);
    expect(lines.length).toBeGreaterThan(4);
    for (const line of lines) {
      expect(() => JSON.parse(line)).not.toThrow();
      expect(line).not.toMatch(BREAKING);
    }
    expect(lines.map((line) => JSON.parse(line).msg)).not.toContain('forged');
  });
});
