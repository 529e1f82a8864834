import type { AlarmResource, SubscribeRequest } from '@omc/api';
import { LiveList, makeOmc, OmcClient, type OmcProcess } from '@omc/harness';
import { Random } from '@omc/simulator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Raiser } from './raiser.js';

const SEED = Number(process.env['OMC_LIVE_SEED'] ?? 8_128);
const ROUNDS = Number(process.env['OMC_LIVE_ROUNDS'] ?? 8);
const LISTS = 12;

/** Objects of two RRUs and what is behind them, so that roles move as alarms come and go. */
const TOPOLOGY = {
  objects: [
    { object: 'Board=0-0-3,IrPort=1' },
    { object: 'Rru=0-60-0', requires: [['Board=0-0-3,IrPort=1']] },
    { object: 'Rru=0-61-0', requires: [['Board=0-0-3,IrPort=1']] },
    { object: 'Cell=1', requires: [['Rru=0-60-0', 'Rru=0-61-0']] },
  ],
};
const KEYS: readonly (readonly [alarmId: number, object: string])[] = [
  [26321, 'Board=0-0-3,IrPort=1'],
  [26324, 'Board=0-0-3,IrPort=1'],
  [26235, 'Rru=0-60-0'],
  [26235, 'Rru=0-61-0'],
  [29245, 'Cell=1'],
  ...Array.from({ length: 12 }, (_, n) => [29201, `S1Interface=${n}`] as const),
];
const SEVERITIES = ['critical', 'major', 'minor', 'warning'] as const;

/** A list that somebody follows, losing the connection now and then. */
interface Followed {
  readonly request: SubscribeRequest;
  list: LiveList;
}

describe(`live lists under random alarms (OMC_LIVE_SEED=${SEED})`, () => {
  let omc: OmcProcess;
  let client: OmcClient;
  const random = new Random(SEED);
  const raisers = [new Raiser('eNB-1'), new Raiser('eNB-2')];
  const followed: Followed[] = [];

  beforeAll(async () => {
    omc = await makeOmc();
    await omc.start();
    client = await OmcClient.signIn(omc.url);
    for (const { ne } of raisers) {
      await client.addNe({ id: ne.id, host: '127.0.0.1', port: await ne.listen() });
      await ne.hears('sync');
      expect((await client.request('PUT', `/api/v1/nes/${ne.id}/topology`, TOPOLOGY)).status).toBe(200);
    }
  });

  afterAll(async () => {
    for (const { list } of followed) list.close();
    for (const { ne } of raisers) await ne.hangUp(false);
    await omc?.remove();
  });

  /** Some keys fail, recover, or fail again as something else. */
  async function stir(): Promise<void> {
    for (let i = random.whole(5, 60); i > 0; i--) {
      const [alarmId, object] = random.pick(KEYS);
      const severity = random.chance(0.3) ? { severity: random.pick(SEVERITIES) } : {};
      random.pick(raisers).say(alarmId, object, random.chance(0.55) ? 'fault' : 'ok', severity);
    }
    for (const raiser of raisers) await raiser.heard();
  }

  async function leaveOrComeBack(each: Followed): Promise<void> {
    const { list } = each;
    list.close();
    if (random.chance(0.5)) await stir();
    each.list = new LiveList(omc.url, client.token, list);
    await each.list.subscribe({ ...each.request, cursor: list.cursor });
  }

  async function expectAsListed({ request, list }: Followed): Promise<void> {
    await expect.poll(async () => shown(list), { timeout: 20_000 }).toEqual(await listed(request));
  }

  /** What a client has, as far as its window goes. */
  const shown = (list: LiveList) => ({ alarms: byId(list.alarms.values()), total: list.total });

  async function listed({ filter = {}, sort = '-raisedAt', limit }: SubscribeRequest) {
    const query = new URLSearchParams({ limit: '1000', sort });
    for (const [name, value] of Object.entries(filter)) query.set(name, String(value));
    const all = await client.alarms(`?${query}`);
    return limit === undefined
      ? { alarms: byId(all), total: undefined }
      : { alarms: byId(all.slice(0, limit)), total: all.length };
  }

  it('are at rest what the list by REST is, with every filter, sort and window, through lost connections', async () => {
    await stir();
    for (let i = 0; i < LISTS; i++) {
      const request = randomRequest(random, i % 2 === 1);
      const list = new LiveList(omc.url, client.token);
      followed.push({ request, list });
      expect(await list.subscribe(request), JSON.stringify(request)).not.toHaveProperty('error');
    }
    for (let round = 0; round < ROUNDS; round++) {
      const stirring = stir();
      for (const each of followed) if (random.chance(0.25)) await leaveOrComeBack(each);
      await stirring;
      for (const each of followed) await expectAsListed(each);
    }
  });
});

function randomRequest(random: Random, isWindow: boolean): SubscribeRequest {
  const some = <Value>(probability: number, value: Value) => (random.chance(probability) ? value : undefined);
  const filter = {
    state: random.pick(['active', 'active', 'cleared', 'all'] as const),
    severity: some(0.3, [random.pick(SEVERITIES), random.pick(SEVERITIES)]),
    ne: some(0.3, 'eNB-1'),
    alarmId: some(0.2, [29201, 26235]),
    role: some(0.3, [random.pick(['root', 'symptom', 'standalone'] as const)]),
    q: some(0.2, random.pick(['rru', 'S1', '链路'])),
  };
  const given = Object.entries(filter).filter(([, value]) => value !== undefined);
  const window = {
    sort: random.pick(['-raisedAt', 'raisedAt', '-severity', 'severity', 'ne', '-alarmId'] as const),
    limit: random.whole(1, 12),
  };
  return { filter: Object.fromEntries(given), ...(isWindow ? window : {}) };
}

function byId(alarms: Iterable<AlarmResource>): AlarmResource[] {
  return [...alarms].sort((a, b) => (a.id < b.id ? -1 : 1));
}
