import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DryRunResource, FilterAdviceResource, FilterResource } from '@omc/api';
import { makeOmc, OmcClient, type OmcProcess, PASSWORD } from '@omc/harness';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const SIMULATOR = fileURLToPath(new URL('../apps/simulator/dist/main.js', import.meta.url));
/** Addresses that no other network of the tests uses. */
const BASE = '127.7.0.0';

/** Seconds of one day: when a cell of eNB-R-4 went away, and when it was back. */
const OUTAGES = [
  [1_000, 1_010],
  [2_000, 2_040],
  [3_000, 3_100],
  [3_105, 3_300],
  [5_000, 5_070],
  [9_000, 9_600],
] as const;
const DAY = 86_400;

interface Ended {
  readonly status: number | null;
  readonly output: string;
}

function runSimulator(words: readonly string[]): Promise<Ended> {
  const child = spawn(process.execPath, [SIMULATOR, ...words], {
    env: { PATH: process.env['PATH'], OMC_PASSWORD: PASSWORD },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  return new Promise((resolve) => child.on('close', (status) => resolve({ status, output })));
}

describe('a filter tried on stored reports', () => {
  let omc: OmcProcess;
  let client: OmcClient;
  let folder: string;
  let replayed: Ended;
  const beganAt = Math.floor(Date.now() / 1000 - DAY) * 1000;
  const time = {
    from: new Date(beganAt).toISOString(),
    until: new Date(beganAt + 20_000_000).toISOString(),
  };
  const at = (second: number) => new Date(beganAt + second * 1000).toISOString();
  const dryRun = (body: object) =>
    client.post<DryRunResource>('/api/v1/filters/dry-run', { ...time, ...body });

  beforeAll(async () => {
    omc = await makeOmc();
    await omc.start();
    client = await OmcClient.signIn(omc.url);
    folder = await mkdtemp(join(tmpdir(), 'omc-log-'));
    const rows = OUTAGES.map(([from, to]) => `1,4,${from},${to}`);
    // Another type and another device, and a row that overlaps one of its own key.
    rows.push('2,4,100,10000', '1,5,500,900', '1,5,800,1000');
    await writeFile(
      join(folder, 'log.csv'),
      `alarm_id,device_id,start_timestamp,end_timestamp\n${rows.join('\n')}\n`,
    );
    replayed = await runSimulator([
      ...['replay', join(folder, 'log.csv'), '--register', omc.url, '--base', BASE, '--port', '9117'],
      ...['--alarm-map', '1=29240,2=29201', '--start', at(100)],
    ]);
  });

  afterAll(async () => {
    await omc?.remove();
    await rm(folder, { recursive: true, force: true });
  });

  it('goes by a log that came through the front door, and stands in the history with its own times', async () => {
    expect(replayed.output).toMatch(/9 alarms of 2 devices make 16 events of 8 faults/);
    expect(replayed.output).toMatch(/all 16 events of 2 eNodeBs are acknowledged after/);
    expect(replayed.status).toBe(0);
    const cells = await client.alarms('?state=all&alarmId=29240&ne=eNB-R-4&sort=raisedAt');
    expect(cells.map(({ faultAt, raisedAt, clearedAt }) => [faultAt, raisedAt, clearedAt])).toEqual([
      [at(3_000), at(3_090), at(3_315)],
      [at(9_000), at(9_090), at(9_615)],
    ]);
  });

  it('gives what was done where it is the one that was in force', async () => {
    const { status, body } = await dryRun({ alarmId: 29240, createWindow: 90, restoreWindow: 15 });
    expect(status).toBe(200);
    expect(body).toMatchObject({ ...time, coveredFrom: time.from, keys: 2, faults: 7 });
    expect(body.proposed).toEqual(body.done);
    expect(body.done).toEqual({
      ...{
        raised: 3,
        delayed: 3,
        meanDelaySeconds: 90,
        maxDelaySeconds: 90,
        hidden: 3,
        joined: 1,
        pending: 0,
      },
      longestHidden: {
        ...{ ne: 'eNB-R-4', object: 'Cell=1', alarmId: 29240, faultAt: at(5_000), durationSeconds: 70 },
      },
    });
    expect(body.difference).toMatchObject({ hidden: 0, shown: 0, later: 0, earlier: 0 });
  });

  it('says what would be shown, hidden and delayed, with samples, and changes nothing', async () => {
    const { body } = await dryRun({ alarmId: 29240, ne: 'eNB-R-4', createWindow: 30, restoreWindow: 0 });
    expect(body.filter).toMatchObject({ ne: 'eNB-R-4', createThreshold: 30, restoreThreshold: 0 });
    expect(body).toMatchObject({
      ...{
        keys: 1,
        faults: 6,
        proposed: { raised: 5, hidden: 1, joined: 0 },
        done: { raised: 2, hidden: 3 },
      },
      difference: { hidden: 0, shown: 2, later: 0, earlier: 2 },
    });
    expect(body.samples.find(({ outcome }) => outcome === 'hidden')).toEqual({
      ...{ ne: 'eNB-R-4', object: 'Cell=1', alarmId: 29240, faultAt: at(1_000), durationSeconds: 10 },
      ...{ outcome: 'hidden', raisedAt: null, done: 'hidden', doneRaisedAt: null },
    });
    expect(body.samples.find(({ faultAt }) => faultAt === at(9_000))).toMatchObject({
      ...{ outcome: 'delayed', raisedAt: at(9_030), doneRaisedAt: at(9_090) },
    });
    const filters = await client.get<{ items: FilterResource[] }>('/api/v1/filters');
    expect(filters.body.items.filter(({ origin }) => origin === 'stored')).toEqual([]);
  });

  it('keeps to the time that is asked for', async () => {
    const { body } = await dryRun({ alarmId: 29240, createWindow: 0, from: at(4_000), until: at(9_050) });
    expect(body).toMatchObject({
      keys: 1,
      faults: 2,
      proposed: { raised: 2 },
      done: { raised: 0, pending: 1 },
    });
  });

  it.each([
    [{ alarmId: 29240, createWindow: 60, createThreshold: 61 }, 400, 'createThreshold'],
    [{ alarmId: 29240, createWindow: 1, until: time.from }, 400, 'until'],
    [{ alarmId: 29240, createWindow: 1, from: '2020-01-01T00:00:00Z' }, 400, 'from'],
    [{ alarmId: 29240, createWindow: 1, from: 'yesterday' }, 400, 'from'],
    [{ alarmId: 29240, window: 1 }, 400, 'window'],
    [{ alarmId: 29240, object: 'Cell=1', createWindow: 1 }, 400, 'object'],
    [{ alarmId: 29240, ne: 'a\u0000b' }, 400, 'ne'],
    [{ alarmId: 301, createWindow: 1 }, 409, 'alarmId'],
    [{ alarmId: 1, createWindow: 1 }, 404, 'alarmId'],
  ])('is refused as a change would be: %j', async (body, status, field) => {
    const answer = await client.post<{ errors: { field: string }[] }>('/api/v1/filters/dry-run', {
      ...{ ...time, ...body },
    });
    expect([answer.status, answer.body.errors[0]?.field]).toEqual([status, field]);
  });

  it('comes with advice: pairs of windows, one of them suggested', async () => {
    const query = new URLSearchParams({ alarmId: '29240', ne: 'eNB-R-4', ...time });
    const { status, body } = await client.get<FilterAdviceResource>(`/api/v1/filters/advice?${query}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      ...{ alarmId: 29240, ne: 'eNB-R-4', object: null, keys: 1, faults: 6 },
      ...{ faultDurations: { p50: 70, p99: 600 }, okDurations: { p50: 990 } },
      inForce: { raised: 2, filter: { createWindow: 90, restoreWindow: 15 } },
    });
    expect(body.items.filter(({ suggested }) => suggested)).toHaveLength(1);
    expect(body.items[0]).toEqual({
      ...{ createWindow: 0, restoreWindow: 0, alarms: 6, savedAgainstNone: 0, savedAgainstInForce: -4 },
      ...{ meanDelaySeconds: 0, longestHiddenSeconds: 0, suggested: false },
    });
    expect((await client.get('/api/v1/filters/advice?alarmId=29240')).status).toBe(400);
  });

  it('is there in MML, too', async () => {
    const run = async (parameters: string) => {
      const command = `DSP ALMFILTER: AID=29240, ${parameters}ST="${time.from}", ET="${time.until}";`;
      return (await client.post<{ retcode: number; rows: object[] }>('/api/v1/mml', { command })).body;
    };
    expect(await run('CTW=30, RTW=0, ')).toMatchObject({
      retcode: 0,
      rows: [
        { FILTER: 'PROPOSED', RAISED: 6, HIDDEN: 1 },
        { FILTER: 'DONE', RAISED: 3, HIDDEN: 3, LONGEST: 70 },
      ],
    });
    const advice = await run('');
    expect(advice.rows).toContainEqual(expect.objectContaining({ SUGGESTED: 'YES' }));
    expect((await run('CTW=30, CTH=31, ')).retcode).toBe(4);
  });
});
