import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { makeOmc, OmcClient, type OmcProcess, until } from '@omc/harness';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const run = promisify(execFile);

const ACME_MIB = `ACME-MIB DEFINITIONS ::= BEGIN
IMPORTS enterprises FROM SNMPv2-SMI;
acme OBJECT IDENTIFIER ::= { enterprises 9999 }
acmeFanState OBJECT-TYPE SYNTAX INTEGER ::= { acme 1 1 }
acmeFanText OBJECT-TYPE SYNTAX OCTET STRING ::= { acme 1 2 }
END`;

/** Notifications of other makers, sent by Debian's snmptrap. */
describe('notifications of other makers', () => {
  let omc: OmcProcess;
  let client: OmcClient;
  let mibs: string;

  beforeAll(async () => {
    mibs = await mkdtemp(join(tmpdir(), 'omc-mibs-'));
    await writeFile(join(mibs, 'acme.mib'), ACME_MIB);
    omc = await makeOmc({ OMC_MIB_DIR: mibs });
    await omc.start();
    client = await OmcClient.signIn(omc.url);
    const snmp = { sources: ['127.0.0.1'] };
    await client.addNe({ id: 'eNB-5', kind: 'snmp', host: '127.0.0.5', port: 161, snmp });
  });

  afterAll(async () => {
    await omc?.remove();
    await rm(mibs, { recursive: true });
  });

  const activeOn = async (name: string) =>
    (await client.alarms('?ne=eNB-5')).find(({ object }) => object === name);
  const notify = (oid: string, ...facts: readonly (readonly [string, string, string])[]) =>
    run('snmptrap', ['-v2c', '-c', 'public', `127.0.0.1:${omc.trapPort}`, '', oid, ...facts.flat()]);

  it('of RFC 3877 raise and clear the alarm type of their model, with its severity', async () => {
    const row = '1.3.6.1.2.1.118.1.2.2.1';
    const facts = (state: number) =>
      [
        [`${row}.13.1`, 'o', `1.3.6.1.2.1.118.1.1.2.1.3.0.26122.${state}`],
        [`${row}.10.1`, 'o', '1.3.6.1.2.1.2.2.1.1.4'],
        [`${row}.11.1`, 's', 'few satellites'],
      ] as const;
    await notify('1.3.6.1.2.1.118.0.2', ...facts(5));
    await until('the alarm', async () => (await activeOn('Interface=4')) !== undefined);
    const told = { alarmId: 26122, severity: 'major', text: 'few satellites' };
    expect(await activeOn('Interface=4')).toMatchObject(told);
    await notify('1.3.6.1.2.1.118.0.3', ...facts(1));
    await until('its end', async () => (await activeOn('Interface=4')) === undefined);
  });

  it('of a U2000 raise and clear for the NE that they name; its heartbeats are no alarms', async () => {
    const base = '1.3.6.1.4.1.2011.2.15.1.7.1';
    const alarm = (flag: string) =>
      notify(
        `${base}.0.1`,
        [`${base}.1.0`, 's', 'eNB-5'],
        [`${base}.3.0`, 's', 'SatelliteCard=9'],
        [`${base}.7.0`, 's', 'Critical'],
        [`${base}.10.0`, 's', flag],
        [`${base}.26.0`, 's', '26122'],
      );
    await notify('1.3.6.1.4.1.2011.2.15.1.7.2.0.1', [`${base}.1.0`, 's', 'eNB-5']);
    await alarm('Fault');
    await until('the alarm', async () => (await activeOn('SatelliteCard=9')) !== undefined);
    expect(await activeOn('SatelliteCard=9')).toMatchObject({ alarmId: 26122, severity: 'critical' });
    await alarm('Acknowledge');
    await alarm('Recovery');
    await until('its end', async () => (await activeOn('SatelliteCard=9')) === undefined);
    const { body } = await client.get<{ items: { notification: string }[] }>('/api/v1/traps/unmapped');
    expect(body.items.filter(({ notification }) => notification.startsWith('1.3.6.1.4.1.2011'))).toEqual([]);
  });

  it('of a cold start ask the NE for its faults', async () => {
    await notify('1.3.6.1.6.3.1.1.5.1');
    await until('the request', () => omc.output.includes('an NE has restarted, by its own notification'));
  });

  it('that nothing maps can be mapped over REST: at once, over a restart, until the rule is removed', async () => {
    interface Unmapped {
      items: { notification: string; suggestion: object }[];
    }
    const notification = '1.3.6.1.4.1.9999.0.8';
    const send = (index: number) =>
      notify(
        notification,
        [`1.3.6.1.4.1.9999.1.1.${index}`, 'i', '3'],
        [`1.3.6.1.4.1.9999.1.2.${index}`, 's', '<i>fan'],
      );
    const listed = async () =>
      (await client.get<Unmapped>('/api/v1/traps/unmapped')).body.items.find(
        (each) => each.notification === notification,
      );
    const suggestion = async () => (await listed())?.suggestion;
    await send(7);
    await until('it to be listed', async () => (await suggestion()) !== undefined);
    expect(await listed()).toMatchObject({
      name: 'acme.0.8',
      varbinds: [{}, {}, { name: 'acmeFanState.7' }, { name: 'acmeFanText.7' }],
    });
    const rule = { ...(await suggestion()), name: 'fan', alarmId: 90010 };
    const added = await client.post('/api/v1/traps/mappings', rule);
    expect(added).toMatchObject({ status: 201, body: { name: 'fan', origin: 'stored', fault: null } });
    expect((await client.post('/api/v1/traps/mappings', rule)).status).toBe(409);
    expect(await listed()).toBeUndefined();
    await send(7);
    await until('the alarm', async () => (await activeOn('Source=7')) !== undefined);
    expect(await activeOn('Source=7')).toMatchObject({ text: '<i>fan', alarmId: 90010 });
    await omc.end();
    await omc.start();
    client = await OmcClient.signIn(omc.url);
    await send(8);
    await until('the second alarm', async () => (await activeOn('Source=8')) !== undefined);
    const { body } = await client.get<{ items: object[] }>('/api/v1/traps/mappings');
    expect(body.items[0]).toMatchObject({ name: 'fan', createdBy: 'admin' });
    expect(body.items).toContainEqual(expect.objectContaining({ name: 'linkDown', origin: 'file' }));
    expect((await client.request('DELETE', '/api/v1/traps/mappings/fan')).status).toBe(204);
    expect((await client.request('DELETE', '/api/v1/traps/mappings/fan')).status).toBe(404);
    expect((await client.request('DELETE', '/api/v1/traps/mappings/linkDown')).status).toBe(404);
    const tried = await client.post('/api/v1/traps/dry-run', { notification, varbinds: [] });
    expect(tried.body).toMatchObject({ leads: 'nothing' });
  });

  it.each([
    ['alarmId', { name: 'x', notification: '1.3.9', state: 'fault', object: '' }],
    ['notification', { name: 'x', notification: 'linkDown', action: 'ignore' }],
    [
      'when.0',
      { name: 'x', notification: '1.3.9', action: 'ignore', when: [{ varbind: '1.3', matches: '(a' }] },
    ],
    [
      'object',
      { name: 'x', notification: '1.3.9', state: 'fault', alarmId: 90010, object: '$'.concat('{nobody}') },
    ],
  ])('are mapped by no rule with a wrong %s', async (field, rule) => {
    const { status, body } = await client.post<{ errors: { field: string }[] }>(
      '/api/v1/traps/mappings',
      rule,
    );
    expect(status).toBe(400);
    expect(body.errors[0]?.field).toContain(field);
  });

  it('can be tried by MML, as snmptrapd printed them', async () => {
    const printed = '.1.3.6.1.6.3.1.1.4.1.0 = OID: .1.3.6.1.6.3.1.1.5.3\t.1.3.6.1.2.1.2.2.1.1.4 = INTEGER: 4';
    const tried = await client.post('/api/v1/mml', { command: `DSP TRAPMAP: VB="${printed}";` });
    expect(tried.body).toMatchObject({
      retcode: 0,
      rows: [{ RULE: 'linkDown', NE: 'eNB-5', OBJ: 'Interface=4' }],
    });
    const refused = await client.post('/api/v1/mml', { command: 'DSP TRAPMAP: OID="one.two";' });
    expect(refused.body).toMatchObject({ retcode: 4 });
  });
});
