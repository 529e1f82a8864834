import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeOmc, OmcClient, type OmcProcess, PASSWORD } from '@omc/harness';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const SECRETS = {
  wrong: 'wr0ng-sign-in-pass',
  basic: 'wr0ng-basic-pass',
  auth: 'snmp-4uth-pass',
  priv: 'snmp-pr1v-pass',
  community: 'c0mmunity-string',
  malformed: 'm4lformed-body-pass',
  unknown: 'unkn0wn-bearer-token',
  query: 't0ken-in-a-query',
};

describe('the log, at its most talkative', () => {
  let omc: OmcProcess;
  let client: OmcClient;

  beforeAll(async () => {
    omc = await makeOmc({ OMC_LOG_LEVEL: 'trace' });
    await omc.start();
    client = await OmcClient.signIn(omc.url);
  });

  afterAll(async () => omc?.remove());

  it('holds no password, token or community, whatever is asked and however it is refused', async () => {
    const stranger = new OmcClient(omc.url);
    await stranger.post('/api/v1/session', { user: 'admin', password: SECRETS.wrong });
    await stranger.post('/api/v1/session', `{"user":"admin","password":"${SECRETS.malformed}"`);
    stranger.token = SECRETS.unknown;
    await stranger.get('/api/v1/session');
    const authorization = `Basic ${Buffer.from(`admin:${SECRETS.basic}`).toString('base64')}`;
    await client.request('GET', '/metrics', undefined, { authorization });
    await client.get(`/api/v1/alarms?token=${SECRETS.query}`);
    const user = { user: 'probe', authPassword: SECRETS.auth, privPassword: SECRETS.priv };
    for (const extra of [{}, {}, { odd: 1 }]) await client.post('/api/v1/snmp-users', { ...user, ...extra });
    await client.addNe({
      id: 'a',
      kind: 'snmp',
      host: '127.0.0.9',
      port: 9,
      snmp: { community: SECRETS.community },
    });
    await client.request('PATCH', '/api/v1/nes/a', { snmp: { community: SECRETS.community }, odd: 1 });
    await client.post('/api/v1/mml', { command: `LGI: OP="admin", PWD="${SECRETS.wrong}";` });
    await client.request('DELETE', '/api/v1/session');
    const kept = async (name: string) => (await readFile(join(omc.dataDir, name), 'utf8')).trim();
    const database = await kept('postgres-password');
    const runtime = await kept('postgres-runtime-password');
    await omc.end();
    expect(omc.output).toContain('/api/v1/session');
    const all = {
      ...SECRETS,
      admin: PASSWORD,
      token: client.token,
      database,
      runtime,
      header: authorization.slice(6),
    };
    for (const [what, secret] of Object.entries(all)) expect(omc.output.includes(secret), what).toBe(false);
  });
});
