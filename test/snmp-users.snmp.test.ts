import { execFile } from 'node:child_process';
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { makeOmc, OmcClient, type OmcProcess, until } from '@omc/harness';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const run = promisify(execFile);
const BASE = '1.3.6.1.4.1.32473.1';
const AUTH_PASSWORD = 'authentic eNodeB 17';
const PRIV_PASSWORD = 'nobody reads this 4';
const station = {
  user: 'station',
  authProtocol: 'sha256',
  authPassword: AUTH_PASSWORD,
  privProtocol: 'aes',
  privPassword: PRIV_PASSWORD,
};

/** Debian's own SNMP tools with SNMPv3 against the real OMC. */
describe('SNMP users', () => {
  let omc: OmcProcess;
  let client: OmcClient;
  let folder: string;
  let usersFile: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'omc-users-'));
    usersFile = join(folder, 'users.yaml');
    await writeFile(usersFile, 'users: []\n', { mode: 0o600 });
    omc = await makeOmc({ OMC_SNMP_USERS: usersFile });
    await omc.start();
    client = await OmcClient.signIn(omc.url);
    await client.addNe({ id: 'eNB-5', kind: 'snmp', host: '127.0.0.5', port: 161 });
  });

  afterAll(async () => {
    await omc?.remove();
    await rm(folder, { recursive: true });
  });

  function send(
    tool: 'snmptrap' | 'snmpinform',
    state: 1 | 2,
    authPassword = AUTH_PASSWORD,
    time = '4,1000',
  ) {
    const user = ['-u', 'station', '-l', 'authPriv', '-a', 'SHA-256', '-A', authPassword];
    const engine = tool === 'snmptrap' ? ['-e', '0x8000000001020304', '-Z', time] : ['-r', '0', '-t', '5'];
    const varbinds = [
      ['1', 's', 'eNB-5'],
      ['2', 's', 'SatelliteCard=0'],
      ['3', 'i', '26122'],
      ['4', 'i', String(state)],
    ].flatMap(([member, type = '', value = '']) => [`${BASE}.1.${member}.0`, type, value]);
    const priv = ['-x', 'AES', '-X', PRIV_PASSWORD];
    const to = [`127.0.0.1:${omc.trapPort}`, '', `${BASE}.0.1`];
    return run(tool, ['-v3', ...engine, ...user, ...priv, ...to, ...varbinds]);
  }

  const hasAlarm = async () => (await client.alarms('?ne=eNB-5')).length === 1;
  const rejected = async (reason: string) => {
    const { body } = await client.get<string>('/metrics');
    return Number(
      new RegExp(`omc_rejected_total\\{source="snmp",reason="${reason}"\\} (\\d+)`).exec(body)?.[1] ?? 0,
    );
  };

  it('are not there at first, so that their messages are refused and counted', async () => {
    expect((await client.get('/api/v1/snmp-users')).body).toEqual({ items: [], nextCursor: null });
    await send('snmptrap', 1);
    await until('the refusal', async () => (await rejected('unknown-user')) === 1);
  });

  it.each([
    ['user', { ...station, user: '' }],
    ['user', { ...station, user: 'x'.repeat(33) }],
    ['authPassword', { ...station, authPassword: 'short' }],
    ['privPassword', { ...station, privPassword: 'short' }],
    ['authProtocol', { ...station, authProtocol: 'md5' }],
    ['privProtocol', { ...station, privProtocol: 'des' }],
  ])('are refused where %s is wrong, without telling a password', async (field, post) => {
    const { status, body } = await client.post<{ errors: { field: string }[] }>('/api/v1/snmp-users', post);
    expect(status).toBe(400);
    expect(body.errors.map((error) => error.field)).toEqual([field]);
    expect(JSON.stringify(body)).not.toContain(AUTH_PASSWORD);
  });

  it('are in force once they are added, and never show a password', async () => {
    const { status, body } = await client.post('/api/v1/snmp-users', station);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      user: 'station',
      authProtocol: 'sha256',
      privProtocol: 'aes',
      usable: true,
    });
    expect(JSON.stringify(body)).not.toMatch(/password|key/i);
    await send('snmptrap', 1);
    await until('the alarm', hasAlarm);
    expect((await client.post('/api/v1/snmp-users', station)).status).toBe(409);
  });

  it('get their informs answered', async () => {
    await expect(send('snmpinform', 2)).resolves.toBeDefined();
    await until('the end', async () => !(await hasAlarm()));
  });

  it('are refused with a wrong password, which is counted', async () => {
    await send('snmptrap', 1, 'not the password');
    await until('the refusal', async () => (await rejected('wrong-digest')) === 1);
    expect(await hasAlarm()).toBe(false);
  });

  it('are there after a restart, and old messages stay refused', async () => {
    await omc.end();
    await omc.start();
    client = await OmcClient.signIn(omc.url);
    await expect(send('snmpinform', 1)).resolves.toBeDefined();
    await until('the alarm', hasAlarm);
    await send('snmptrap', 2, AUTH_PASSWORD, '3,900');
    await until('the refusal', async () => (await rejected('not-in-time')) === 1);
    expect(await hasAlarm()).toBe(true);
  });

  it('leave their passwords neither in the log nor in a file, and the secret is for the owner alone', async () => {
    expect((await stat(join(omc.dataDir, 'snmp-secret'))).mode & 0o777).toBe(0o600);
    for (const file of await readdir(omc.dataDir)) {
      if (!(await stat(join(omc.dataDir, file))).isFile()) continue;
      expect(await readFile(join(omc.dataDir, file), 'utf8')).not.toContain(AUTH_PASSWORD);
    }
    expect(omc.output).not.toContain(AUTH_PASSWORD);
    expect(omc.output).not.toContain(PRIV_PASSWORD);
  });

  it('are refused from when they are removed', async () => {
    expect((await client.request('DELETE', '/api/v1/snmp-users/station')).status).toBe(204);
    expect((await client.request('DELETE', '/api/v1/snmp-users/station')).status).toBe(404);
    const before = await rejected('unknown-user');
    await send('snmptrap', 2);
    await until('the refusal', async () => (await rejected('unknown-user')) === before + 1);
  });

  it('can be added and removed by MML, whose report does not repeat their passwords', async () => {
    const command = `ADD SNMPUSR: USER=station, APWD="${AUTH_PASSWORD}", PPWD="${PRIV_PASSWORD}";`;
    const added = await client.post<{ retcode: number; report: string }>('/api/v1/mml', { command });
    expect(added.body.retcode).toBe(0);
    expect(added.body.report).not.toContain(AUTH_PASSWORD);
    expect(added.body.report).not.toContain(PRIV_PASSWORD);
    await expect(send('snmpinform', 2)).resolves.toBeDefined();
    const again = await client.post('/api/v1/mml', { command });
    expect(again.body).toMatchObject({ retcode: 7 });
    const short = await client.post('/api/v1/mml', { command: 'ADD SNMPUSR: USER=b, APWD=x, PPWD=y;' });
    expect(short.body).toMatchObject({ retcode: 4 });
    const removed = await client.post('/api/v1/mml', { command: 'RMV SNMPUSR: USER=station;' });
    expect(removed.body).toMatchObject({ retcode: 0 });
  });

  it('are as a file says after a start, which ends with the place where the file is wrong', async () => {
    const { user, ...others } = station;
    await writeFile(usersFile, `users: [${JSON.stringify({ user, ...others })}]\n`);
    await omc.end();
    await omc.start();
    client = await OmcClient.signIn(omc.url);
    await expect(send('snmpinform', 2)).resolves.toBeDefined();
    const { body } = await client.get<{ items: object[] }>('/api/v1/snmp-users');
    expect(body.items).toMatchObject([{ user, createdBy: 'file', usable: true }]);
    await writeFile(
      usersFile,
      'users:\n- user: a b\n  authPassword: not so secret\n  privPassword: not so secret\n',
    );
    await omc.end();
    expect(omc.output).not.toContain('can be read by others');
    await chmod(usersFile, 0o644);
    await expect(omc.start()).rejects.toThrow();
    expect(omc.output).toContain(`${usersFile}:2: user 1, user: must be 1 to 32 printable ASCII characters`);
    expect(omc.output).not.toContain('not so secret');
  });
});
