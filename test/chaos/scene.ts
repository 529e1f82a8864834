import type { AlarmResource } from '@omc/api';
import { OmcClient, type OmcProcess, until } from '@omc/harness';
import { Random } from '@omc/simulator';
import { expect } from 'vitest';
import { compareLives } from './compare-lives.js';
import { FilterStory } from './filter-story.js';
import { FollowedList } from './followed-list.js';
import { randomFilter } from './random-filter.js';
import { ReportStream } from './report-stream.js';
import { brokenLogs, readHistory, storiesOf } from './stored-history.js';
import { WatchedElement } from './watched-element.js';

/** Types without peculiarities, each on objects of its own. */
const TYPES = {
  29240: 'Cell',
  25888: 'SctpLink',
  29201: 'S1Interface',
  26235: 'Rru',
  25952: 'UserPlanePath',
};
const KEYS_A_TYPE = 3;
/** An NE loses nothing, however long the OMC is away. */
const CAPACITY = 1_000_000;
const OMC_TROUBLE = 90004;

/** Logs are read one by one: of so many alarms. */
const LOGS_READ = 400;

/** Which keys a filter is for. */
export interface Scope {
  readonly alarmId: number;
  readonly ne?: string;
  readonly object?: string;
}

/** An OMC with some NEs that report at random, and what has to come of it. */
export class Scene {
  readonly omc: OmcProcess;
  readonly random: Random;
  readonly filters = new FilterStory();
  readonly stream: ReportStream;
  readonly elements: readonly WatchedElement[];
  readonly list = new FollowedList();
  #client: OmcClient | undefined;

  constructor(omc: OmcProcess, seed: number, nes: number) {
    this.omc = omc;
    this.random = new Random(seed);
    this.stream = new ReportStream(this.random.fork(), this.filters);
    this.elements = Array.from({ length: nes }, (_, i) => new WatchedElement(`eNB-${i + 1}`, CAPACITY));
  }

  get client(): OmcClient {
    if (this.#client === undefined) throw new Error('nobody has signed in');
    return this.#client;
  }

  /** Starts everything, registers the NEs, and waits until the OMC knows all that it needs. */
  async begin(): Promise<void> {
    await this.omc.start();
    this.#client = await OmcClient.signIn(this.omc.url);
    for (const alarmId of Object.keys(TYPES)) await this.changeFilter({ alarmId: Number(alarmId) });
    for (const each of this.elements) await this.#add(each);
    await until('the first acknowledgements', () =>
      this.elements.every((each) => each.isSynced && each.isAcked),
    );
    for (const each of this.elements) each.watch();
    await this.list.follow(this.client);
    this.stream.start();
  }

  async end(): Promise<void> {
    this.stream.stop();
    this.list.leave();
    for (const { element } of this.elements) await element.stop();
    await this.omc.remove();
  }

  async #add({ element }: WatchedElement): Promise<void> {
    await element.start();
    for (const [alarmId, type] of Object.entries(TYPES))
      for (let i = 0; i < KEYS_A_TYPE; i++) this.stream.add(element, `${type}=${i}`, Number(alarmId));
    await this.client.addNe({ id: element.id, host: element.host, port: element.port });
    await until('the link', () => element.isConnected);
    element.report({ object: 'Cell=0', alarmId: 29240, state: 'ok' });
  }

  /** Waits until so many more reports are sent. */
  async reports(more: number): Promise<void> {
    const upTo = this.stream.count + more;
    await until('more reports', () => this.stream.count >= upTo);
  }

  /** Waits until all that was sent up to now is acknowledged over links that are up. */
  async heard(): Promise<void> {
    const sent = this.elements.map(({ element }) => element.lastSeq);
    await until('what was sent to be heard', () =>
      this.elements.every(({ element: { acked, isConnected } }, i) => isConnected && acked >= (sent[i] ?? 0)),
    );
  }

  /** A new filter for a type or for one of its objects, or none for that object. */
  async changeSomeFilter(): Promise<void> {
    const { element, object, alarmId } = this.random.pick(this.stream.keys);
    const narrow = this.random.chance(0.4);
    const scope = narrow ? { alarmId, ne: element.id, object } : { alarmId };
    this.stream.silence(alarmId, true);
    await this.heard();
    await this.changeFilter(scope, narrow && this.filters.has(scope) && this.random.chance(0.5));
    this.stream.silence(alarmId, false);
  }

  /** Sets a random filter, or removes the one that there is. */
  async changeFilter(scope: Scope, remove = false): Promise<void> {
    const put = remove ? undefined : { ...scope, ...randomFilter(this.random) };
    const from = Date.now();
    if (put !== undefined) await this.client.setFilter(put);
    else await this.client.removeFilter(scope);
    this.filters.tell({ scope, put, from, to: Date.now() });
  }

  /**
   * Lets everything come to rest, and expects of what is stored that it is what the model tells, each once and exact;
   * of the list that was followed, that it shows just that. Gives the alarms of which the model knows nothing.
   */
  async expectAsTold(note: string): Promise<AlarmResource[]> {
    for (const alarmId of Object.keys(TYPES)) this.stream.silence(Number(alarmId), true);
    try {
      await this.#rest();
      const history = await readHistory(this.client);
      expect(this.elements.flatMap(({ broken }) => broken)).toEqual([]);
      const { told, others } = storiesOf(this.stream.keys, history);
      const differences = await compareLives(told, this.filters.changes);
      expect(differences, `differences after ${note}`).toEqual([]);
      const whole = withoutTroubles(history).slice(-LOGS_READ);
      expect(await brokenLogs(this.client, whole)).toEqual([]);
      await this.#expectSameList(history.filter(({ state }) => state === 'active'));
      return withoutTroubles(others);
    } finally {
      for (const alarmId of Object.keys(TYPES)) this.stream.silence(Number(alarmId), false);
    }
  }

  async #rest(): Promise<void> {
    await until('the last acknowledgements', () => this.elements.every((each) => each.isAcked));
    await until('the windows to end', async () => {
      const { body } = await this.client.get<{ pending: object }>('/api/v1/alarms/summary');
      return JSON.stringify(body.pending) === '{"raise":0,"clear":0}';
    });
    // What was decided last may still be on its way into the database: this comes after it.
    const [{ element } = { element: undefined }] = this.elements;
    const { status } = await this.client.request('PATCH', `/api/v1/nes/${element?.id}`, {
      port: element?.port,
    });
    expect(status).toBe(200);
  }

  async #expectSameList(active: readonly AlarmResource[]): Promise<void> {
    const byId = (alarms: Iterable<AlarmResource>) => [...alarms].sort((a, b) => (a.id < b.id ? -1 : 1));
    const { list } = this.list;
    await expect
      .poll(() => byId(withoutTroubles(list.alarms.values())), { timeout: 10_000 })
      .toEqual(byId(withoutTroubles(active)));
    this.list.check();
    expect(this.list.repeated).toEqual([]);
  }
}

/** How long the database was away decides whether, and how long, the OMC tells of that: it may end at any moment. */
function withoutTroubles(alarms: Iterable<AlarmResource>): AlarmResource[] {
  return [...alarms].filter(({ alarmId }) => alarmId !== OMC_TROUBLE);
}
