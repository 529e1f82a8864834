import { makeOmc, OmcClient, type OmcProcess, until } from '@omc/harness';
import { SimulatedElement } from '@omc/simulator';
import { sendTrap } from './send-trap.js';

/** What a text must never do, however it came in. */
export const hostile = '<img src=x onerror="window.owned=1">';
/** The same without blanks, since names of users have none. */
export const hostileUser = '<img/src=x/onerror=window.owned=1>';

/** A password that the OMC takes. */
export const GOOD_PASSWORD = 'a kite over the pond';

/** An OMC that has something on every page, much of it hostile. */
export interface LivelyOmc {
  readonly omc: OmcProcess;
  readonly client: OmcClient;
  readonly element: SimulatedElement;
  stop(): Promise<void>;
}

export async function startLivelyOmc(): Promise<LivelyOmc> {
  const omc = await makeOmc({ OMC_HANDSHAKE_INTERVAL_S: '0.5' });
  await omc.start();
  const client = await OmcClient.signIn(omc.url);
  const element = new SimulatedElement({ id: 'eNB-100001' });
  await element.start();
  await client.setFilter({ alarmId: 29240, createWindow: 3600, restoreWindow: 15 });
  await client.setFilter({ alarmId: 26122, createWindow: 0, restoreWindow: 0 });
  await client.addNe({ id: 'eNB-100001', host: '127.0.0.1', port: element.port });
  await client.addNe({ id: 'eNB-100002', kind: 'snmp', host: '127.0.0.9', port: 9 });
  await until('the link', () => element.isConnected);
  await fill({ omc, client, element });
  return {
    omc,
    client,
    element,
    stop: async () => {
      await element.stop();
      await omc.remove();
    },
  };
}

async function fill({ omc, client, element }: Omit<LivelyOmc, 'stop'>): Promise<void> {
  element.report({ object: 'Cell=1', alarmId: 29240, state: 'fault' });
  for (const place of [0, 1, 2])
    element.report({ object: `SatelliteCard=${place}`, alarmId: 26122, state: 'fault', text: hostile });
  element.report({ object: 'SatelliteCard=2', alarmId: 26122, state: 'ok' });
  element.report({ object: 'Cell=1', alarmId: 4711, state: 'fault' });
  const said = async (method: string, path: string, body: unknown) => {
    const { status, body: answer } = await client.request(method, `/api/v1${path}`, body);
    if (status >= 300) throw new Error(`${method} ${path} refused: ${JSON.stringify(answer)}`);
  };
  await until('the alarms', async () => (await client.alarms('?state=all&alarmId=26122')).length === 3);
  await until('the clear', async () => (await client.alarms('?state=cleared')).length === 1);
  const until4h = new Date(Date.now() + 4 * 3_600_000).toISOString();
  for (const match of [{ ne: 'eNB-100002' }, { object: 'SatelliteCard=1' }])
    await said('POST', '/shelves', { match, until: until4h, reason: hostile });
  await said('PUT', '/notes', { ne: 'eNB-100001', text: hostile });
  await said('POST', '/users', { user: hostileUser, password: GOOD_PASSWORD, role: 'operator' });
  await said('POST', '/tokens', { name: 'grafana', role: 'viewer' });
  await said('POST', '/snmp-users', {
    ...{ user: 'probe', authPassword: GOOD_PASSWORD, privPassword: `${GOOD_PASSWORD}!` },
  });
  await sendTrap(omc.trapPort, '1.3.6.1.4.1.9999.0.8', hostile);
  await until('the trap', async () => {
    const { body } = await client.get<{ items: unknown[] }>('/api/v1/traps/unmapped');
    return body.items.length > 0;
  });
}
