import { severities } from '@omc/alarm';
import { type AlarmSort, alarmFilter, alarmSorts } from '@omc/api';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ResolvedFilter } from './alarm-conditions.js';
import { AlarmReader } from './alarm-reader.js';
import { AlarmSearch } from './alarm-search.js';
import type { BatchCommitter } from './batch-committer.js';
import type { Store } from './open-store.js';
import { PageQuery } from './page-query.js';
import { alarm, Batches, T0 } from './testing/batches.js';
import { TestDatabase } from './testing/test-database.js';

const SEED = 20_260_101;
const ALARMS = 1_500;

/** Numbers below a limit that a seed decides (a linear congruential generator). */
function numbers(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * limit);
  };
}

const below = numbers(SEED);
const one = <Value>(values: readonly Value[]): Value => values[below(values.length)] as Value;

/** Few instants, so that pages end among equals; texts of all frequencies, which share words with NEs and objects. */
function randomAlarm(n: number) {
  const isCleared = below(4) > 0;
  return alarm(n, {
    ne: `fan-${below(6)}`,
    object: one(['Fan=1', 'Fan=22', 'Cell=7', 'Antenna=22']),
    alarmId: one([29240, 29201, 301]),
    severity: one(severities),
    raisedAt: T0 + below(40),
    state: isCleared ? 'cleared' : 'active',
    clearedAt: isCleared ? T0 + 100 + below(9) : null,
    clearedBy: isCleared ? 'report' : null,
    ack: { state: one(['acknowledged', 'unacknowledged']) },
    text: one([
      `fan ${below(3)} stopped`,
      `Antenna ${below(60)} loose`,
      `antenna ${below(400)}`,
      'antenna 22',
      '',
    ]),
  });
}

const filterOf = (members: object, namedAlarmIds: number[]): ResolvedFilter => {
  const { group: _, ...filter } = alarmFilter.parse(members);
  return {
    ...filter,
    namedAlarmIds,
    scope: one([null, null, null, { nes: ['fan-1', 'fan-2'], subnets: [] }]),
  };
};

function randomFilter(): ResolvedFilter {
  const narrower = [
    {},
    {},
    {},
    { ne: 'fan-3' },
    { severity: 'critical,minor' },
    { ack: 'unacknowledged' },
    { ack: 'acknowledged' },
    { object: 'Fan=22' },
    { since: new Date(T0 + 10).toISOString(), until: new Date(T0 + 25).toISOString() },
  ];
  const q = one([
    'antenna',
    'antenna 2',
    'antenna 22',
    'fan',
    'fan-1',
    'loose',
    'stopped',
    '22',
    'nothing',
    'AN=2',
  ]);
  const state = one(['active', 'cleared', 'current', 'all']);
  return filterOf({ q, state, ...one(narrower) }, one([[], [], [301]]));
}

describe('a search by words', () => {
  let database: TestDatabase;
  let store: Store;
  let committer: BatchCommitter;
  let pool: pg.Pool;
  /** Compares each alarm with the text. */
  let plain: AlarmReader;
  const batches = new Batches();

  beforeAll(async () => {
    database = await TestDatabase.make();
    store = await database.open();
    ({ committer } = await store.takeLease('test'));
    pool = new pg.Pool({ connectionString: database.runtimeUrl });
    plain = new AlarmReader(pool, 0, new AlarmSearch(pool, 0, false));
    const alarms = Array.from({ length: ALARMS }, (_, n) => randomAlarm(n));
    await committer.commit(batches.of(alarms), batches.sequences);
    while (await store.alarms.search.enter());
  });
  afterAll(async () => {
    await pool.end();
    await database.close();
  });

  async function pages(filter: ResolvedFilter, sort: AlarmSort, limit: number): Promise<string[]> {
    const found: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await store.alarms.page(filter, sort, limit, cursor);
      found.push(...(page?.alarms ?? []).map(({ id }) => id));
      cursor = page?.nextCursor ?? undefined;
    } while (cursor !== undefined);
    return found;
  }

  async function expectSame(rounds: number, sorts: readonly AlarmSort[]): Promise<void> {
    for (let round = 0; round < rounds; round++) {
      const [filter, sort, limit] = [randomFilter(), one(sorts), one([7, 60, 400, 1000])];
      const all = await plain.page(filter, sort, ALARMS * 2, undefined);
      const expected = (all?.alarms ?? []).map(({ id }) => id);
      const said = JSON.stringify({ round, filter, sort, limit });
      expect(await pages(filter, sort, limit), said).toEqual(expected);
    }
  }

  it('lists the same alarms in the same order as one that compares each, page by page', async () => {
    await expectSame(30, ['-raisedAt', 'raisedAt']);
    await expectSame(15, alarmSorts);
  });

  it('does so while some are not entered yet', async () => {
    const again = Array.from({ length: 300 }, (_, n) => ({ ...randomAlarm(n * 2), version: 2 }));
    const raised = Array.from({ length: 100 }, (_, n) => randomAlarm(ALARMS + n));
    await committer.commit(batches.of([...again, ...raised]), batches.sequences);
    expect((await store.alarms.search.find('antenna 22'))?.recent).toHaveLength(400);
    await expectSame(15, ['-raisedAt', 'raisedAt', '-severity']);
  });

  describe('of a long history', () => {
    beforeAll(async () => {
      // Texts of 400 alarms each, and texts of one alarm each.
      await database.rows(
        `insert into alarm select gen_random_uuid(), partition, ne, object, alarm_id, severity, event_type,
           probable_cause, state, acknowledged, ack_by, ack_at, fault_at, raised_at - n * interval '1 s', cleared_at,
           cleared_by, reports, case when n % 2 = 0 then 'antenna ' || n % 100 || ' far' else 'seen in ' || n || ' once' end,
           info, intermittent, comments, version, life_version, stale, shelved, role, root_ids, rule
         from generate_series(1, 40000) n, (select * from alarm where state = 'cleared' limit 1) one`,
      );
      await database.rows(
        `insert into alarm_word select md5(text)::uuid, text, false, false, true from alarm
         where text like '%far' or text like 'seen in 7%' group by 2`,
      );
      await database.rows('analyze alarm');
    });

    it('reads few alarms of each text, by their index', async () => {
      const plan = await planOf(' far', '-raisedAt');
      expect(plan['Actual Rows']).toBe(101);
      expect(alarmsRead(plan)).toBeLessThan(1_000);
    });

    it('reads no others than those found, where their index does not have them in order', async () => {
      const plan = await planOf('seen in 77', '-severity');
      expect(plan['Actual Rows']).toBe(56);
      expect(alarmsRead(plan)).toBeLessThan(1_000);
    });
  });

  async function planOf(q: string, sort: AlarmSort): Promise<PlanNode> {
    const words = await store.alarms.search.find(q);
    const filter: ResolvedFilter = { ...filterOf({ q, state: 'cleared' }, []), scope: null };
    const { text, parameters } = new PageQuery(filter, sort, 101, words);
    const [told] = await database.rows<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(
      `explain (analyze, format json) ${text}`,
      parameters,
    );
    if (told === undefined) throw new Error('there is no plan');
    return told['QUERY PLAN'][0].Plan;
  }
});

interface PlanNode {
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly PlanNode[];
}

function alarmsRead(node: PlanNode): number {
  const below = (node.Plans ?? []).reduce((sum, each) => sum + alarmsRead(each), 0);
  if (node['Relation Name'] !== 'alarm') return below;
  return below + (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'];
}
