import type { AlarmResource, AlarmSummary, Explanation } from '@omc/api';
import { LiveList, makeOmc, OmcClient, type OmcProcess, until } from '@omc/harness';
import { SimulatedElement } from '@omc/simulator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const A = 'eNB-1';
const B = 'eNB-2';
const topologies = {
  [A]: {
    objects: [
      { object: 'S1Interface=0', requires: [['SctpLink=0']] },
      { object: 'SctpLink=5', requires: [[`${B}//`]] },
      { object: 'X2Interface=5', requires: [['SctpLink=5']] },
      { object: 'Cell=1', requires: [['S1Interface=0', 'S1Interface=1']] },
    ],
  },
  [B]: { objects: [{ object: 'S1Interface=0', requires: [['SctpLink=0']] }] },
};

/** Causes and symptoms through the real processes: over links, topologies by REST, read by REST and live. */
describe('root causes', () => {
  let omc: OmcProcess;
  let client: OmcClient;
  let live: LiveList;
  let roots: LiveList;
  const elements = new Map([A, B].map((id) => [id, new SimulatedElement({ id })]));

  const report = (ne: string, object: string, alarmId: number, state: 'fault' | 'ok') =>
    elements.get(ne)?.report({ object, alarmId, state });
  const alarmOn = (list: Iterable<AlarmResource>, ne: string, object: string) =>
    [...list].find((alarm) => alarm.ne === ne && alarm.object === object);
  const shown = (ne: string, object: string) => alarmOn(live.alarms.values(), ne, object);
  const explanationOf = async (alarm: AlarmResource | undefined) =>
    (await client.get<Explanation>(`/api/v1/alarms/${alarm?.id}/explanation`)).body;

  beforeAll(async () => {
    omc = await makeOmc({ OMC_HANDSHAKE_INTERVAL_S: '0.3', OMC_RECONNECT_INTERVAL_S: '0.4' });
    await omc.start();
    client = await OmcClient.signIn(omc.url);
    await client.setFilter({ alarmId: 25888, createWindow: 0, restoreWindow: 0 });
    for (const [id, element] of elements) {
      await element.start();
      await client.addNe({ id, host: '127.0.0.1', port: element.port });
      await client.request('PUT', `/api/v1/nes/${id}/topology`, topologies[id as keyof typeof topologies]);
      await until('the link', () => element.isConnected);
    }
    live = new LiveList(omc.url, client.token);
    await live.subscribe();
    roots = new LiveList(omc.url, client.token);
    await roots.subscribe({ filter: { role: ['root', 'standalone'] } });
  });

  afterAll(async () => {
    live?.close();
    roots?.close();
    for (const element of elements.values()) await element.stop();
    await omc?.remove();
  });

  it('are found when the symptom comes first, and told live', async () => {
    report(A, 'S1Interface=0', 29201, 'fault');
    await until('the first', () => roots.alarms.size === 1);
    report(A, 'SctpLink=0', 25888, 'fault');
    await until('the root', () => shown(A, 'S1Interface=0')?.correlation.role === 'symptom');
    await until('only the root among the causes', () => roots.alarms.size === 1);
    expect([...roots.alarms.values()]).toMatchObject([
      { object: 'SctpLink=0', correlation: { role: 'root' } },
    ]);
    expect(shown(A, 'S1Interface=0')?.correlation).toEqual({
      role: 'symptom',
      rootIds: [shown(A, 'SctpLink=0')?.id],
      rule: 'requires',
    });
  });

  it('are explained', async () => {
    const root = shown(A, 'SctpLink=0');
    const symptom = shown(A, 'S1Interface=0');
    expect(await explanationOf(symptom)).toMatchObject({
      alarm: symptom?.id,
      role: 'symptom',
      roots: [{ id: root?.id }],
      path: [
        { ne: A, object: 'S1Interface=0', state: 'out', because: 'group', group: [`${A}//SctpLink=0`] },
        { ne: A, object: 'SctpLink=0', state: 'out', because: 'alarm', alarm: root?.id },
      ],
      symptoms: [],
      text: { en: expect.stringContaining('is a symptom of SCTP Link Fault (25888) on eNB-1 SctpLink=0') },
    });
    expect(await explanationOf(root)).toMatchObject({ role: 'root', path: [], symptoms: [symptom?.id] });
    expect((await client.alarms(`?group=${root?.id}`)).map(({ id }) => id)).toEqual([symptom?.id]);
    const log = await client.log(symptom?.id ?? '');
    expect(log.map(({ kind }) => kind)).toEqual(['raised', 'role']);
    expect(log[1]?.text.en).toBe('Symptom of 25888 on eNB-1 SctpLink=0');
    const { body } = await client.get<AlarmSummary>('/api/v1/alarms/summary');
    expect(body.byRole).toEqual({ root: 1, symptom: 1, standalone: 0 });
  });

  it('are the same after kill -9', async () => {
    const before = await client.alarms('?sort=ne');
    await omc.end('SIGKILL');
    await omc.start();
    client = await OmcClient.signIn(omc.url);
    for (const element of elements.values()) await until('the link', () => element.isConnected);
    expect(await client.alarms('?sort=ne')).toEqual(before);
    live = new LiveList(omc.url, client.token);
    await live.subscribe();
    roots = new LiveList(omc.url, client.token);
    await roots.subscribe({ filter: { role: ['root', 'standalone'] } });
  });

  it('lie in another NE where that is the one that is gone', async () => {
    report(A, 'X2Interface=5', 29204, 'fault');
    await until('the interface', () => shown(A, 'X2Interface=5') !== undefined);
    await elements.get(B)?.stop();
    await until('the dead peer', () => shown(A, 'X2Interface=5')?.correlation.role === 'symptom');
    const { path } = await explanationOf(shown(A, 'X2Interface=5'));
    expect(path.map(({ ne, object }) => `${ne}//${object}`)).toEqual([
      `${A}//X2Interface=5`,
      `${A}//SctpLink=5`,
      `${B}//`,
    ]);
  });

  it('outside of the NEs that one may see are told of, but not what they are', async () => {
    const { body: made } = await client.post<{ token: string }>('/api/v1/tokens', {
      ...{ name: 'of-a', role: 'viewer', scope: { nes: [A], subnets: [] } },
    });
    const limited = new OmcClient(omc.url);
    limited.token = made.token;
    const symptom = shown(A, 'X2Interface=5');
    const [root] = symptom?.correlation.rootIds ?? [];
    const seen = { role: 'symptom', rootIds: [], unnamedRoots: 1, rule: 'requires' };
    const one = (await limited.get<AlarmResource>(`/api/v1/alarms/${symptom?.id}`)).body;
    expect(one.correlation).toEqual(seen);
    const own = await limited.alarms('?role=symptom');
    expect(own.find(({ id }) => id === symptom?.id)?.correlation).toEqual(seen);
    // What may be seen is named as before.
    const mine = own.find(({ object }) => object === 'S1Interface=0');
    expect(mine?.correlation).toEqual(shown(A, 'S1Interface=0')?.correlation);

    const parts = [`/api/v1/alarms/${symptom?.id}/explanation`, `/api/v1/alarms/${symptom?.id}/log`];
    const told = await Promise.all([...parts, '/api/v1/alarms/export'].map((path) => limited.get(path)));
    const mml = await limited.post<{ report: string }>('/api/v1/mml', {
      command: `DSP ALM: ID="${symptom?.id}";`,
    });
    const list = new LiveList(omc.url, made.token);
    await list.subscribe();
    expect(list.alarms.get(symptom?.id ?? '')?.correlation).toEqual(seen);
    const window = new LiveList(omc.url, made.token);
    await window.subscribe({ limit: 10 });
    expect(window.alarms.get(symptom?.id ?? '')?.correlation).toEqual(seen);
    expect(mml.body.report).toContain('RETCODE = 0');
    expect(JSON.stringify(told[0])).toContain('is a symptom of an alarm outside of the NEs that you may see');
    const all = JSON.stringify([one, own, told, mml, ...list.alarms.values(), ...window.alarms.values()]);
    expect(all).not.toContain(B);
    expect(all).not.toContain(root);
    expect(await limited.alarms(`?group=${root}`)).toEqual([]);

    await client.setFilter({ alarmId: 29204, createWindow: 0, restoreWindow: 0 });
    report(A, 'X2Interface=5', 29204, 'ok');
    for (const live of [list, window])
      await until('the end', () =>
        live.received.some(({ changes }) => changes.some(({ alarm }) => alarm.id === symptom?.id)),
      );
    report(A, 'X2Interface=5', 29204, 'fault');
    for (const live of [list, window])
      await until('the next life', () =>
        [...live.alarms.values()].some(
          ({ object, correlation }) => object === 'X2Interface=5' && correlation.unnamedRoots === 1,
        ),
      );
    expect(JSON.stringify([list.received, window.received])).not.toMatch(new RegExp(`${B}|${root}`));
    list.close();
    window.close();
    await until('the next life', () => shown(A, 'X2Interface=5')?.correlation.role === 'symptom');
  });

  it('that clear leave what is left on its own', async () => {
    report(A, 'SctpLink=0', 25888, 'ok');
    await until('its own', () => shown(A, 'S1Interface=0')?.correlation.role === 'standalone');
    const cleared = await client.alarms('?state=cleared&alarmId=25888');
    expect(cleared).toMatchObject([{ correlation: { role: 'root' } }]);
  });

  it('go with their NE', async () => {
    const symptom = shown(A, 'X2Interface=5');
    expect((await client.request('DELETE', `/api/v1/nes/${B}`)).status).toBe(204);
    await until('its own', () => shown(A, 'X2Interface=5')?.correlation.role === 'standalone');
    expect((await client.alarms('?state=cleared&alarmId=301'))[0]?.clearedBy).toBe('removed');
    expect(symptom?.id).toBe(shown(A, 'X2Interface=5')?.id);
  });
});
