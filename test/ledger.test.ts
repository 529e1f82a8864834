import { createSocket } from 'node:dgram';
import type { LedgerResource } from '@omc/api';
import { makeOmc, OmcClient, type OmcProcess, until } from '@omc/harness';
import { encodeNotification, encodeOmcAlarm, OMC_ALARM } from '@omc/wire';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HandMadeNe } from './hand-made-ne.js';

/** The same numbers below `most` in every run. */
function seeded(seed: number): (most: number) => number {
  let state = seed;
  return (most) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
}

/** What a sender did, in its own count. */
interface Told {
  lines: number;
  holes: number;
  good: number;
}

describe('the loss ledger', () => {
  let omc: OmcProcess;
  let client: OmcClient;
  const ne = new HandMadeNe('eNB-7');

  beforeAll(async () => {
    omc = await makeOmc({ OMC_HANDSHAKE_INTERVAL_S: '0.5' });
    await omc.start();
    client = await OmcClient.signIn(omc.url);
    await client.addNe({ id: ne.id, kind: 'link', host: '127.0.0.1', port: await ne.listen() });
    await ne.hears('handshake');
  });

  afterAll(async () => {
    await ne.hangUp(false);
    await omc?.remove();
  });

  const ledger = async (query = '') => (await client.get<LedgerResource>(`/api/v1/ledger${query}`)).body;
  const totals = async (source: string) =>
    (await ledger()).totals.find((each) => each.source === source) ?? { received: -1, underWay: -1 };
  const sum = async (source: string) =>
    (await ledger(`?source=${source}&limit=1000`)).items.reduce((all, { count }) => all + count, 0);

  /** Says something of each kind, in an order that the seed decides. */
  function babble(seed: number): Told {
    const random = seeded(seed);
    const told: Told = { lines: 0, holes: 0, good: 0 };
    let seq = 0;
    const event = (number: number, rest: object = {}) =>
      JSON.stringify({
        ...{ t: 'event', seq: number, time: ne.time(), object: `Cell=${random(5)}`, alarmId: 29240 },
        ...{ state: random(2) === 0 ? 'fault' : 'ok', ...rest },
      });
    const kinds = [
      () => '{"t":"event","seq":',
      () => event(-1),
      () => event(seq + 1, { state: 'maybe' }),
      () => event(Math.max(1, seq - random(3))),
      () => '\u0007[1,2]',
      () => event(++seq, { alarmId: 4 }),
    ];
    for (; told.lines < 2_000; told.lines++) {
      const kind = random(20);
      if (kind === 19) {
        seq += 1 + random(100);
        if (seq > 0) told.holes++;
      }
      const line = kinds[kind]?.();
      if (line === undefined) told.good++;
      ne.write(line ?? event(++seq));
    }
    return told;
  }

  it('accounts for each line of a link: processed, or lost for a reason', async () => {
    const before = await totals('link');
    const told = babble(7);
    const expected = before.received + told.lines + told.holes;
    await until('all lines to be accounted for', async () => {
      const { received, underWay } = await totals('link');
      return received >= expected && underWay === 0;
    });
    const now = await totals('link');
    expect(now).toMatchObject({ received: expected, processed: told.good, underWay: 0 });
    expect(now).toMatchObject({ rejected: await sum('link') });
    const reasons = new Set((await ledger('?source=link')).items.map(({ reason }) => reason));
    expect(reasons).toEqual(new Set(['bad-line', 'duplicate', 'gap', 'unknown-alarm-type']));
  });

  it('counts a line over the limit once, and closes the link', async () => {
    const before = await totals('link');
    ne.write('x'.repeat(70_000));
    await until('the line to be counted', async () => (await totals('link')).received > before.received);
    expect(await totals('link')).toMatchObject({ received: before.received + 1, underWay: 0 });
    const { items } = await ledger('?source=link&reason=overlong-line');
    expect(items).toMatchObject([{ from: 'eNB-7', count: 1 }]);
    expect(items[0]?.samples[0]?.text.length).toBeLessThanOrEqual(200);
  });

  it('accounts for each datagram', async () => {
    const random = seeded(11);
    const socket = createSocket('udp4');
    const good = (object: string, name = 'eNB-7', alarmId = 29240) =>
      encodeNotification(
        { oid: OMC_ALARM, varbinds: encodeOmcAlarm({ ne: name, object, alarmId, state: 'fault' }) },
        { community: random(10) === 0 ? 'guess' : 'public', requestId: random(1_000_000) },
      );
    const sent = 500;
    for (let i = 0; i < sent; i++) {
      const bytes = Buffer.from(
        good(`Cell=${random(9)}`, random(9) === 0 ? 'nobody' : 'eNB-7', [29240, 3][random(2)]),
      );
      if (random(3) === 0) bytes[random(bytes.length)] = random(256);
      socket.send(bytes, omc.trapPort, '127.0.0.1');
    }
    await until('all datagrams to be accounted for', async () => {
      const { received, underWay } = await totals('snmp');
      return received >= sent && underWay === 0;
    });
    socket.close();
    expect(await totals('snmp')).toMatchObject({ received: sent, rejected: await sum('snmp') });
  });

  it('accounts for what comes while the OMC starts', async () => {
    const before = await totals('snmp');
    await omc.end();
    const socket = createSocket('udp4');
    const varbinds = encodeOmcAlarm({ ne: 'eNB-7', object: 'Cell=1', alarmId: 29240, state: 'fault' });
    const bytes = encodeNotification({ oid: OMC_ALARM, varbinds }, { community: 'public', requestId: 1 });
    const sending = setInterval(() => {
      for (let i = 0; i < 10; i++) socket.send(bytes, omc.trapPort, '127.0.0.1');
    }, 1);
    await omc.start();
    clearInterval(sending);
    client = await OmcClient.signIn(omc.url);
    await until('all datagrams to be accounted for', async () => {
      const { received, underWay } = await totals('snmp');
      return received > before.received && underWay === 0;
    });
    socket.close();
  });

  it('is there after a restart, by pages', async () => {
    const before = await ledger('?limit=1000');
    await omc.end();
    await omc.start();
    client = await OmcClient.signIn(omc.url);
    const paged: unknown[] = [];
    let next: string | null = '';
    while (next !== null) {
      const page: LedgerResource = await ledger(
        `?source=snmp&limit=2${next === '' ? '' : `&cursor=${next}`}`,
      );
      paged.push(...page.items);
      next = page.nextCursor;
    }
    expect(paged).toEqual(before.items.filter(({ source }) => source === 'snmp'));
    expect((await totals('snmp')).received).toBe(
      before.totals.find(({ source }) => source === 'snmp')?.received,
    );
    expect((await client.get('/api/v1/ledger?source=pigeon')).status).toBe(400);
    expect((await client.get('/api/v1/ledger?cursor=x')).status).toBe(400);
  });
});
