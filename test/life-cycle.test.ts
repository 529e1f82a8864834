import type { AlarmActionsResource, AlarmResource, Problem } from '@omc/api';
import { LiveList, makeOmc, OmcClient, type OmcProcess, until } from '@omc/harness';
import { SimulatedElement } from '@omc/simulator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const NE = 'eNB-1';
const LINK = 29201;
const NOBODY = '01920000-0000-7000-8000-000000000000';

/** What operators do to alarms, through the real processes. */
describe('the life cycle', () => {
  let omc: OmcProcess;
  let client: OmcClient;
  let element: SimulatedElement;

  const report = (object: string, state: 'fault' | 'ok', alarmId = LINK) =>
    element.report({ object, alarmId, state });
  const raised = async (object: string): Promise<AlarmResource> => {
    report(object, 'fault');
    return await only(object, 'active');
  };
  const only = async (object: string, state: string): Promise<AlarmResource> => {
    let found: AlarmResource | undefined;
    await until(`the ${state} alarm on ${object}`, async () => {
      [found] = await client.alarms(`?state=${state}&object=${encodeURIComponent(object)}`);
      return found !== undefined;
    });
    return found as AlarmResource;
  };
  const act = <Body = AlarmResource>(id: string, action: string, body: object = {}, ifMatch?: string) =>
    client.request<Body>(
      'POST',
      `/api/v1/alarms/${id}/${action}`,
      body,
      ifMatch === undefined ? {} : { 'if-match': ifMatch },
    );

  beforeAll(async () => {
    omc = await makeOmc({ OMC_HANDSHAKE_INTERVAL_S: '0.3', OMC_RECONNECT_INTERVAL_S: '0.4' });
    await omc.start();
    client = await OmcClient.signIn(omc.url);
    element = new SimulatedElement({ id: NE });
    await element.start();
    await client.addNe({ id: NE, host: '127.0.0.1', port: element.port });
    await until('the link', () => element.isConnected);
  });

  afterAll(async () => {
    await element?.stop();
    await omc?.remove();
  });

  it('tells who acknowledged what, and what was said', async () => {
    const { id } = await raised('S1Interface=1');
    const acknowledged = await act(id, 'acknowledge', { comment: ' <b>on it</b> ' });
    expect(acknowledged).toMatchObject({
      status: 200,
      body: { ack: { state: 'acknowledged', by: 'admin' }, comments: 1, lifeVersion: 2 },
    });
    expect((await act(id, 'comments', { comment: '断电\nuntil noon' })).body).toMatchObject({ comments: 2 });
    expect((await act(id, 'unacknowledge')).body.ack).toMatchObject({ state: 'unacknowledged' });
    const { body } = await client.get<{ items: object[] }>(`/api/v1/alarms/${id}/comments`);
    expect(body.items).toMatchObject([
      { by: 'admin', text: '<b>on it</b>' },
      { by: 'admin', text: '断电\nuntil noon' },
    ]);
    expect((await client.log(id)).map(({ kind, by, text }) => [kind, by, text.en])).toEqual([
      ['raised', undefined, 'Reported; no create window'],
      ['acknowledged', 'admin', 'Acknowledged by admin: <b>on it</b>'],
      ['commented', 'admin', 'Comment by admin: 断电\nuntil noon'],
      ['unacknowledged', 'admin', 'Acknowledgement taken back by admin'],
    ]);
  });

  it.each([
    ['comments', {}, 400],
    ['comments', { comment: '  ' }, 400],
    ['comments', { comment: 'x'.repeat(2001) }, 400],
    ['acknowledge', { comment: 'a\u0000b' }, 400],
    ['acknowledge', { comment: 'half \ud800' }, 400],
    ['clear', { reason: 'x' }, 400],
  ])('refuses %s with %j', async (action, body, status) => {
    const { id } = await only('S1Interface=1', 'active');
    expect((await act(id, action, body)).status).toBe(status);
    expect((await act(NOBODY, 'clear')).status).toBe(404);
    expect((await act('nothing', 'clear')).status).toBe(404);
  });

  it('refuses what does not apply, and what was meant for an alarm as it was', async () => {
    const { id } = await raised('S1Interface=2');
    const read = await fetch(`${omc.url}/api/v1/alarms/${id}`, {
      headers: { authorization: `Bearer ${client.token}`, 'if-none-match': '"1"' },
    });
    expect([read.status, read.headers.get('etag')]).toEqual([200, '"1"']);
    const stale = await act<Problem>(id, 'acknowledge', {}, '"7"');
    expect(stale).toMatchObject({ status: 412, body: { current: { id, lifeVersion: 1 } } });
    expect((await act(id, 'acknowledge', {}, 'many')).status).toBe(400);
    expect((await act(id, 'acknowledge', {}, '1')).status).toBe(200);
    expect(await act<Problem>(id, 'acknowledge', {}, '"2"')).toMatchObject({
      status: 409,
      type: 'application/problem+json; charset=utf-8',
      body: { detail: 'already acknowledged by admin' },
    });
  });

  it('lets exactly one of many who act on a cleared alarm at once do it', async () => {
    const { id } = await raised('S1Interface=3');
    report('S1Interface=3', 'ok');
    await only('S1Interface=3', 'cleared');
    const answers = await Promise.all(Array.from({ length: 12 }, () => act(id, 'acknowledge')));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(11).fill(409)]);
  });

  it('shows a cleared alarm in the current view until it is acknowledged', async () => {
    const live = new LiveList(omc.url, client.token);
    await live.subscribe({ filter: { state: 'current', object: 'S1Interface=4', shelved: 'all' } });
    const { id } = await raised('S1Interface=4');
    report('S1Interface=4', 'ok');
    await until('the cleared alarm', () => live.alarms.get(id)?.state === 'cleared');
    expect(await client.alarms('?state=current&object=S1Interface%3D4')).toMatchObject([{ id }]);
    await act(id, 'acknowledge');
    await until('it to go', () => live.alarms.size === 0);
    expect(await client.alarms('?state=current&object=S1Interface%3D4')).toEqual([]);
    live.close();
  });

  it('does one action on a thousand alarms, each answered by itself', async () => {
    for (let i = 0; i < 400; i++) report(`SctpLink=${i}`, 'fault');
    let many: AlarmResource[] = [];
    await until('all of them', async () => {
      many = (await client.alarms('?limit=1000')).filter(({ object }) => object.startsWith('SctpLink='));
      return many.length === 400;
    });
    for (let i = 0; i < 100; i++) report(`SctpLink=${i}`, 'ok');
    await until(
      'the end of some',
      async () => (await client.alarms('?state=cleared&limit=1000')).length >= 100,
    );
    const ids = many.map(({ id }) => id);
    const asked = [
      ...ids,
      ...ids.slice(0, 300),
      ...ids.slice(0, 200).map((id) => ({ id, lifeVersion: 99 })),
      ...Array(100).fill(NOBODY),
    ];
    const { status, body } = await client.post<AlarmActionsResource>('/api/v1/alarms/actions', {
      action: 'acknowledge',
      ids: asked,
      comment: 'storm',
    });
    expect(status).toBe(200);
    expect(body.results.map(({ id }) => id)).toEqual(
      asked.map((one) => (typeof one === 'string' ? one : one.id)),
    );
    const told = body.results.map((result) => result.status);
    expect([200, 409, 412, 404].map((each) => told.filter((one) => one === each).length)).toEqual([
      400, 300, 200, 100,
    ]);
    expect(body.results[399]?.alarm).toMatchObject({ ack: { state: 'acknowledged' }, comments: 1 });
    const tooMany = { action: 'acknowledge', ids: Array(1001).fill(NOBODY) };
    expect((await client.post('/api/v1/alarms/actions', tooMany)).status).toBe(400);
    expect((await client.post('/api/v1/alarms/actions', { action: 'comment', ids })).status).toBe(400);
  });

  it('does not clear by hand what clears by itself', async () => {
    await element.stop();
    const alarm = await only('', 'active');
    expect(await act<Problem>(alarm.id, 'clear')).toMatchObject({
      status: 409,
      body: { detail: '301 is not cleared by hand: it clears by itself as soon as the NE answers again' },
    });
    await element.start();
    await only('', 'cleared');
  });

  it('keeps what was done over kill -9, and an operator’s clear quiet over restart and sync', async () => {
    const kept = await raised('S1Interface=5');
    const ended = await raised('S1Interface=6');
    expect((await act(ended.id, 'clear', { comment: 'known' })).body).toMatchObject({
      state: 'cleared',
      clearedBy: 'operator',
      comments: 1,
    });
    expect((await act(kept.id, 'acknowledge', { comment: 'last words' })).status).toBe(200);
    await omc.end('SIGKILL');
    await omc.start();
    client = await OmcClient.signIn(omc.url);
    await until('the link', () => element.isConnected);
    expect((await client.post(`/api/v1/nes/${NE}/sync`, {})).status).toBe(200);
    const later = await raised('S1Interface=7');
    expect(await client.alarms('?object=S1Interface%3D6')).toEqual([]);
    const [again] = await client.alarms('?object=S1Interface%3D5');
    expect(again).toMatchObject({ id: kept.id, ack: { state: 'acknowledged' }, comments: 1 });
    report('S1Interface=6', 'ok');
    const anew = await raised('S1Interface=6');
    expect(anew.id > later.id).toBe(true);
  });
});
