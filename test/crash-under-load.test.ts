import type { AlarmResource } from '@omc/api';
import { makeOmc, OmcClient, type OmcProcess, until } from '@omc/harness';
import { Random } from '@omc/simulator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Chaos, disturbances } from './chaos/chaos.js';
import { compareLives } from './chaos/compare-lives.js';
import { FilterStory } from './chaos/filter-story.js';
import { FollowedList } from './chaos/followed-list.js';
import { randomFilter } from './chaos/random-filter.js';
import { ReportStream } from './chaos/report-stream.js';
import { brokenLogs, readHistory, storiesOf } from './chaos/stored-history.js';
import { WatchedElement } from './chaos/watched-element.js';

/** How many disturbances (about six seconds each); all is compared after every ten. */
const ROUNDS = Number(process.env['OMC_CRASH_ROUNDS'] ?? disturbances.length + 1);
const ROUNDS_A_LAP = 10;
const SEED = Number(process.env['OMC_CRASH_SEED'] ?? Date.now() % 1_000_000);
const NES = 6;
/** Types without peculiarities, each on objects of its own. */
const TYPES = {
  29240: 'Cell',
  25888: 'SctpLink',
  29201: 'S1Interface',
  26235: 'Rru',
  25952: 'UserPlanePath',
};
const KEYS_A_TYPE = 3;
/** Logs are read one by one: of so many alarms. */
const LOGS_READ = 400;

describe(`an OMC that is killed again and again under load (seed ${SEED})`, () => {
  const random = new Random(SEED);
  const filters = new FilterStory();
  const stream = new ReportStream(random.fork(), filters);
  const elements = Array.from({ length: NES }, (_, i) => new WatchedElement(`eNB-${i + 1}`));
  const list = new FollowedList();
  /** What was done to the OMC, and when that began and ended. */
  const disturbed: string[] = [];
  let omc: OmcProcess;
  let client: OmcClient;
  let chaos: Chaos;

  beforeAll(async () => {
    omc = await makeOmc({ OMC_HANDSHAKE_INTERVAL_S: '1' });
    await omc.start();
    client = await OmcClient.signIn(omc.url);
    for (const alarmId of Object.keys(TYPES)) await change({ alarmId: Number(alarmId) });
    for (const { element } of elements) await addElement(element);
    await until('the first acknowledgements', () => elements.every((each) => each.isSynced && each.isAcked));
    for (const each of elements) each.watch();
    await list.follow(client);
    chaos = new Chaos(omc, client, elements, list, random.fork());
    stream.start();
  });

  afterAll(async () => {
    stream.stop();
    list.leave();
    for (const { element } of elements) await element.stop();
    await omc?.remove();
  });

  for (let lap = 0; lap * ROUNDS_A_LAP < ROUNDS; lap++)
    it(`raises and clears what the filters say, each once and to the millisecond (lap ${lap + 1})`, async () => {
      const rounds = Math.min(ROUNDS_A_LAP, ROUNDS - lap * ROUNDS_A_LAP);
      for (let round = 0; round < rounds; round++) await disturb(lap * ROUNDS_A_LAP + round);
      await inQuiet(async () => {
        const history = await readHistory(client);
        expect(elements.flatMap(({ broken }) => broken)).toEqual([]);
        const differences = compareLives(storiesOf(stream.keys, history), filters.changes);
        expect(differences, `differences after these: ${disturbed.join(', ')}`).toEqual([]);
        expect(history.filter(({ alarmId }) => !(alarmId in TYPES))).toEqual([]);
        expect(await brokenLogs(client, history.slice(-LOGS_READ))).toEqual([]);
        await expectSameList(history.filter(({ state }) => state === 'active'));
      });
    });

  async function disturb(round: number): Promise<void> {
    const upTo = stream.count + random.whole(50, 400);
    await until('more reports', () => stream.count >= upTo);
    if (random.chance(0.5)) await changeSomeFilter();
    const disturbance = disturbances[round] ?? random.pick(disturbances);
    const beganAt = Date.now();
    try {
      await chaos.do(disturbance);
      disturbed.push(`${disturbance} (${beganAt} to ${Date.now()})`);
    } catch (error) {
      throw new Error(`round ${round + 1}: ${disturbance}\n${omc.output.slice(-4000)}`, { cause: error });
    }
  }

  /** A new filter for a type or for one of its objects, or none for that object. */
  async function changeSomeFilter(): Promise<void> {
    const { element, object, alarmId } = random.pick(stream.keys);
    const narrow = random.chance(0.4);
    const scope = narrow ? { alarmId, ne: element.id, object } : { alarmId };
    stream.silence(alarmId, true);
    const sent = elements.map((each) => each.element.lastSeq);
    await until('what was sent to be heard', () =>
      elements.every(({ element: { acked, isConnected } }, i) => isConnected && acked >= (sent[i] ?? 0)),
    );
    await change(scope, narrow && filters.has(scope) && random.chance(0.5));
    stream.silence(alarmId, false);
  }

  async function change(
    scope: { alarmId: number; ne?: string; object?: string },
    remove = false,
  ): Promise<void> {
    const put = remove ? undefined : { ...scope, ...randomFilter(random) };
    const from = Date.now();
    if (put !== undefined) await client.setFilter(put);
    else await client.removeFilter(scope);
    filters.tell({ scope, put, from, to: Date.now() });
  }

  async function addElement(element: WatchedElement['element']): Promise<void> {
    await element.start();
    for (const [alarmId, type] of Object.entries(TYPES))
      for (let i = 0; i < KEYS_A_TYPE; i++) stream.add(element, `${type}=${i}`, Number(alarmId));
    await client.addNe({ id: element.id, host: element.host, port: element.port });
    await until('the link', () => element.isConnected);
    element.report({ object: 'Cell=0', alarmId: 29240, state: 'ok' });
  }

  /** Does something while nothing more is sent, everything is acknowledged, and no window is open. */
  async function inQuiet(check: () => Promise<void>): Promise<void> {
    for (const alarmId of Object.keys(TYPES)) stream.silence(Number(alarmId), true);
    await until('the last acknowledgements', () => elements.every((each) => each.isAcked));
    await until('the windows to end', async () => {
      const { body } = await client.get<{ pending: object }>('/api/v1/alarms/summary');
      return JSON.stringify(body.pending) === '{"raise":0,"clear":0}';
    });
    try {
      await check();
    } finally {
      for (const alarmId of Object.keys(TYPES)) stream.silence(Number(alarmId), false);
    }
  }

  async function expectSameList(active: readonly AlarmResource[]): Promise<void> {
    const byId = (alarms: Iterable<AlarmResource>) => [...alarms].sort((a, b) => (a.id < b.id ? -1 : 1));
    await expect.poll(() => byId(list.list.alarms.values()), { timeout: 10_000 }).toEqual(byId(active));
    list.check();
    expect(list.repeated).toEqual([]);
  }
});
