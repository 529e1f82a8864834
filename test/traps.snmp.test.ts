import { execFile } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { promisify } from 'node:util';
import { makeOmc, OmcClient, type OmcProcess, until } from '@omc/harness';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const run = promisify(execFile);
const BASE = '1.3.6.1.4.1.32473.1';

/** Debian's own SNMP tools against the real OMC. */
describe('SNMP notifications', () => {
  let omc: OmcProcess;
  let client: OmcClient;

  beforeAll(async () => {
    omc = await makeOmc();
    await omc.start();
    client = await OmcClient.signIn(omc.url);
    await client.addNe({ id: 'eNB-5', kind: 'snmp', host: '127.0.0.5', port: 161 });
  });

  afterAll(async () => omc?.remove());

  const varbinds = (object: string, state: 1 | 2, text: string) => [
    `${BASE}.1.1.0`,
    's',
    'eNB-5',
    `${BASE}.1.2.0`,
    's',
    object,
    `${BASE}.1.3.0`,
    'i',
    '26122',
    `${BASE}.1.4.0`,
    'i',
    String(state),
    `${BASE}.1.5.0`,
    's',
    '2026-11-23T10:00:00.000Z',
    `${BASE}.1.6.0`,
    'i',
    '4',
    `${BASE}.1.7.0`,
    's',
    text,
  ];
  const to = () => `127.0.0.1:${omc.trapPort}`;
  const trap = (community: string, facts: readonly string[]) =>
    run('snmptrap', ['-v2c', '-c', community, to(), '', `${BASE}.0.1`, ...facts]);
  const active = () => client.alarms('?ne=eNB-5');

  it('raise and clear by a v2c trap', async () => {
    await trap('public', varbinds('SatelliteCard=0', 1, 'few satellites'));
    await until('the alarm', async () => (await active()).length === 1);
    expect((await active())[0]).toMatchObject({
      object: 'SatelliteCard=0',
      alarmId: 26122,
      severity: 'major',
      text: 'few satellites',
    });
    await trap('public', varbinds('SatelliteCard=0', 2, ''));
    await until('the end', async () => (await active()).length === 0);
  });

  it('raise by a v1 trap', async () => {
    await run('snmptrap', [
      '-v1',
      '-c',
      'public',
      to(),
      BASE,
      '127.0.0.5',
      '6',
      '1',
      '',
      ...varbinds('SatelliteCard=1', 1, 'v1'),
    ]);
    await until('the alarm', async () => (await active()).some(({ object }) => object === 'SatelliteCard=1'));
  });

  it('are acknowledged, where they are informs, after the commit', async () => {
    await run('snmpinform', [
      '-v2c',
      '-c',
      'public',
      '-r',
      '0',
      '-t',
      '5',
      to(),
      '',
      `${BASE}.0.1`,
      ...varbinds('SatelliteCard=2', 1, 'inform'),
    ]);
    expect((await active()).map(({ object }) => object)).toContain('SatelliteCard=2');
  });

  it('that are garbage, of a wrong community or of an unknown NE are counted and kill nothing', async () => {
    const socket = createSocket('udp4');
    socket.send(Buffer.from('3082ffff0201', 'hex'), omc.trapPort, '127.0.0.1');
    socket.send(Buffer.from('hello'), omc.trapPort, '127.0.0.1');
    await trap('guess', varbinds('SatelliteCard=3', 1, ''));
    await trap('public', varbinds('SatelliteCard=3', 1, '').with(2, 'nobody'));
    await until('the counts', async () => {
      const counted = [
        ...(await client.get<string>('/metrics')).body.matchAll(
          /omc_rejected_total\{source="snmp",reason="([^"]+)"\} (\d+)/g,
        ),
      ];
      return counted.reduce((sum, [, , count]) => sum + Number(count), 0) >= 4;
    });
    socket.close();
    expect((await active()).map(({ object }) => object)).not.toContain('SatelliteCard=3');
  });

  it('that nothing maps are kept over a restart, and can be tried', async () => {
    const send = () =>
      run('snmptrap', [
        '-v2c',
        '-c',
        'public',
        to(),
        '',
        '1.3.6.1.4.1.9999.0.7',
        '1.3.6.1.4.1.9999.1.0',
        's',
        '<b>x',
      ]);
    interface Kept {
      items: { source: string; notification: string; count: number }[];
    }
    const kept = async () =>
      (await client.get<Kept>('/api/v1/traps/unmapped')).body.items.find(
        ({ notification }) => notification === '1.3.6.1.4.1.9999.0.7',
      );
    await send();
    await send();
    await until('both', async () => (await kept())?.count === 2);
    await omc.end();
    await omc.start();
    client = await OmcClient.signIn(omc.url);
    expect(await kept()).toMatchObject({
      source: '127.0.0.1',
      count: 2,
      varbinds: [{}, {}, { value: '<b>x' }],
    });
    const tried = await client.post('/api/v1/traps/dry-run', {
      notification: '1.3.6.1.6.3.1.1.5.3',
      varbinds: [{ oid: '1.3.6.1.2.1.2.2.1.1.4', value: 4 }],
      source: '127.0.0.5',
    });
    expect(tried.body).toMatchObject({
      leads: 'report',
      rule: 'linkDown',
      report: { ne: 'eNB-5', alarmId: 90010, object: 'Interface=4', state: 'fault' },
    });
  });

  it('of linkDown and linkUp raise and clear 90010 of the NE at the source of an own community', async () => {
    const change = await client.request('PATCH', '/api/v1/nes/eNB-5', {
      snmp: { sources: ['127.0.0.1'], community: 'only five' },
    });
    expect(change.status).toBe(200);
    expect(JSON.stringify(change.body)).not.toContain('only five');
    const link = (community: string, oid: string) =>
      run('snmptrap', ['-v2c', '-c', community, to(), '', oid, '1.3.6.1.2.1.2.2.1.1.4', 'i', '4']);
    await link('only five', '1.3.6.1.6.3.1.1.5.3');
    const isDown = async () => (await active()).some(({ object }) => object === 'Interface=4');
    await until('90010', isDown);
    await link('only five', '1.3.6.1.6.3.1.1.5.4');
    await until('its end', async () => !(await isDown()));
    expect((await client.request('PATCH', '/api/v1/nes/eNB-5', { snmp: null })).body).not.toHaveProperty(
      'snmp',
    );
  });
});
