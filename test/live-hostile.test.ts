import { LiveList, makeOmc, OmcClient, type OmcProcess, until } from '@omc/harness';
import { Random } from '@omc/simulator';
import { io, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Raiser } from './raiser.js';

const MOST_A_USER = 30;

/** The websocket under a client of socket.io. */
interface RawSocket {
  send(data: string | Uint8Array): void;
  readonly readyState: number;
}

describe('a live stream among hostile clients', () => {
  let omc: OmcProcess;
  let client: OmcClient;
  const raiser = new Raiser('eNB-1');
  const sockets: Socket[] = [];

  beforeAll(async () => {
    omc = await makeOmc({ OMC_LIVE_CLIENTS_PER_USER: String(MOST_A_USER), OMC_LIVE_CLIENTS: '100' });
    await omc.start();
    client = await OmcClient.signIn(omc.url);
    await client.addNe({ id: 'eNB-1', host: '127.0.0.1', port: await raiser.ne.listen() });
    await raiser.ne.hears('sync');
  });

  afterAll(async () => {
    for (const socket of sockets) socket.disconnect();
    await raiser.ne.hangUp(false);
    await omc?.remove();
  });

  const connect = (auth: object, namespace = '/alarms', extraHeaders: Record<string, string> = {}) => {
    const socket = io(`${omc.url}${namespace}`, {
      auth,
      extraHeaders,
      transports: ['websocket'],
      reconnection: false,
      forceNew: true,
    });
    sockets.push(socket);
    return socket;
  };
  const outcome = (socket: Socket) =>
    new Promise<string>((resolve) => {
      socket.once('connect', () => resolve('connected'));
      socket.once('connect_error', ({ message }) => resolve(message));
    });
  const raw = (socket: Socket) => (socket.io.engine.transport as unknown as { ws: RawSocket }).ws;

  it('lets nobody in without a token, nor by a cookie from another page, and nobody into the bare namespace', async () => {
    const cookie = `omc_session=${client.token}`;
    const origin = omc.url;
    expect(await outcome(connect({}))).toBe('unauthorized');
    expect(await outcome(connect({ token: { $ne: '' } }))).toBe('unauthorized');
    expect(await outcome(connect({}, '/alarms', { cookie }))).toBe('forbidden origin');
    expect(await outcome(connect({}, '/alarms', { cookie, origin: 'http://evil.example' }))).toBe(
      'forbidden origin',
    );
    expect(await outcome(connect({}, '/alarms', { cookie, origin: 'null' }))).toBe('forbidden origin');
    expect(await outcome(connect({}, '/alarms', { cookie, origin }))).toBe('connected');
    expect(await outcome(connect({ token: client.token }, '/'))).toContain('/alarms');
    expect(await outcome(connect({ token: client.token }, '/nothing'))).toBe('Invalid namespace');
  });

  it('cuts a client off when its session is closed', async () => {
    const leaving = await OmcClient.signIn(omc.url);
    const socket = connect({ token: leaving.token });
    expect(await outcome(socket)).toBe('connected');
    const cut = new Promise((resolve) => socket.once('disconnect', resolve));
    expect((await leaving.request('DELETE', '/api/v1/session')).status).toBe(204);
    await cut;
  });

  it('stays up under whatever is sent over a websocket, and others are not disturbed', async () => {
    const list = new LiveList(omc.url, client.token);
    await list.subscribe();
    const random = new Random(20_260);
    for (let round = 0; round < 60; round++) {
      const socket = connect(random.chance(0.7) ? { token: client.token } : {});
      await outcome(socket);
      if (raw(socket)?.readyState !== 1) continue;
      for (let i = 0; i < 12; i++) raw(socket).send(hostilePacket(random));
      // Answered after what was sent before it.
      expect((await client.get('/healthz')).status).toBe(200);
      socket.disconnect();
    }
    raiser.say(26235, 'Rru=0-1-0', 'fault');
    await list.sees('the alarm', ({ object }) => object === 'Rru=0-1-0');
    list.close();
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    expect((await client.get('/healthz')).status).toBe(200);
  });

  it('stays up under whatever is posted to the polling endpoint', async () => {
    const random = new Random(4_711);
    const at = `${omc.url}/socket.io/?EIO=4&transport=polling`;
    for (let round = 0; round < 40; round++) {
      const opened = await (await fetch(at)).text();
      const { sid } = JSON.parse(opened.slice(1)) as { sid: string };
      const body = Array.from({ length: 4 }, () => hostileText(random)).join('\x1e');
      const posted = await fetch(`${at}&sid=${sid}`, { method: 'POST', body });
      expect([200, 400, 413]).toContain(posted.status);
    }
    for (const query of [
      'EIO=3&transport=polling',
      'transport=carrier-pigeon',
      'EIO=4&transport=polling&sid=__proto__',
    ])
      expect((await fetch(`${omc.url}/socket.io/?${query}`)).status).toBe(400);
    expect((await client.get('/healthz')).status).toBe(200);
  });

  it('tells what is wrong with a question, however it is shaped', async () => {
    const socket = connect({ token: client.token });
    expect(await outcome(socket)).toBe('connected');
    const ask = (...question: unknown[]) =>
      new Promise<{ error?: { status: number; detail: string }; snapshot?: unknown }>((resolve) =>
        socket.emit('subscribe', ...question, resolve),
      );
    const deep = JSON.parse(`${'['.repeat(1_000)}${']'.repeat(1_000)}`);
    expect(await ask({ filter: { alarmId: deep } })).toMatchObject({ error: { status: 400 } });
    expect(await ask({ filter: { severity: 'grave' } })).toMatchObject({ error: { status: 400 } });
    expect(await ask({ limit: 0 })).toMatchObject({ error: { status: 400 } });
    expect(await ask(7)).toMatchObject({ error: { status: 400 } });
    expect(await ask({ filter: {}, polluted: 1 })).toMatchObject({ error: { status: 400 } });
    expect(await ask(JSON.parse('{"__proto__":{"polluted":1}}'))).toMatchObject({ error: { status: 400 } });
    expect((await ask()).snapshot).toBeInstanceOf(Array);
  });

  it('answers the last of many questions, tells the others so, and cuts off who never stops', async () => {
    const socket = connect({ token: client.token });
    expect(await outcome(socket)).toBe('connected');
    const answers = Array.from(
      { length: 20 },
      () => new Promise<{ error?: { status: number } }>((resolve) => socket.emit('subscribe', {}, resolve)),
    );
    const statuses = (await Promise.all(answers)).map(({ error }) => error?.status);
    expect(statuses.at(-1)).toBeUndefined();
    expect(new Set(statuses)).toEqual(new Set([undefined, 409]));
    const cut = new Promise((resolve) => socket.once('disconnect', resolve));
    for (let i = 0; i < 200; i++) socket.emit('nonsense', i);
    await cut;
  });

  it('has so many connections of one user and no more', async () => {
    for (const socket of sockets) socket.disconnect();
    const outcomes = await Promise.all(
      Array.from({ length: MOST_A_USER + 10 }, () => outcome(connect({ token: client.token }))),
    );
    expect(outcomes.filter((each) => each === 'connected').length).toBeLessThanOrEqual(MOST_A_USER);
    expect(outcomes).toContain('too many connections');
    expect(sockets.filter(({ connected }) => connected).length).toBeGreaterThan(0);
    for (const socket of sockets) socket.disconnect();
    await until(
      'a place to be free',
      async () => (await outcome(connect({ token: client.token }))) === 'connected',
    );
  });

  it('tells the counts when they change, at most twice a second', async () => {
    const socket = connect({ token: client.token });
    const at: number[] = [];
    const totals: number[] = [];
    socket.on('summary', ({ total }: { total: number }) => {
      at.push(performance.now());
      totals.push(total);
    });
    expect(await outcome(socket)).toBe('connected');
    await until('the first counts', () => totals.length > 0);
    for (let n = 100; n < 140; n++) {
      raiser.say(26235, `Rru=0-${n}-0`, 'fault');
      await raiser.heard();
    }
    await until('the last counts', async () => {
      const { body } = await client.get<{ total: number }>('/api/v1/alarms/summary');
      return totals.at(-1) === body.total;
    });
    expect(new Set(totals).size).toBe(totals.length);
    expect(at.length).toBeLessThanOrEqual(2 + Math.ceil(((at.at(-1) ?? 0) - (at[0] ?? 0)) / 500));
  });
});

const EVENTS = [
  'subscribe',
  'error',
  'connect',
  'disconnect',
  'changes',
  '__proto__',
  'constructor',
  'newListener',
  '',
];

/** A packet of socket.io, more or less. */
function hostilePacket(random: Random): string | Uint8Array {
  if (random.chance(0.1)) return Uint8Array.from({ length: 50 }, () => random.whole(0, 255));
  return hostileText(random);
}

function hostileText(random: Random): string {
  const event = random.pick(EVENTS);
  const deep = '['.repeat(20_000);
  return random.pick([
    `42/alarms,["${event}",{"filter":{"q":"${'%_'.repeat(90)}"}}]`,
    `42/alarms,1["${event}",{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}]`,
    `42/alarms,${'9'.repeat(30)}["${event}"]`,
    `42/alarms,["subscribe",${deep}`,
    `42/alarms,2["subscribe",{"filter":{"alarmId":${deep}1${']'.repeat(20_000)}}}]`,
    `451-/alarms,["${event}",{"_placeholder":true,"num":0}]`,
    `459999999-/alarms,["${event}"]`,
    `43/alarms,5[1]`,
    `41/alarms,`,
    `40/alarms,{"token":${deep}`,
    `40/alarms,"text"`,
    `40/__proto__,`,
    `44/alarms,{"message":1}`,
    '4',
    '2probe',
    '3',
    '6',
    '5',
    '1',
    'b////',
    '\u0000\u001e\u001e',
    'x'.repeat(random.whole(1, 70_000)),
    `42/alarms,[${random.whole(0, 9)},null]`,
    '42[]',
    '4{"a":1}',
  ]);
}
