import type { AlarmResource } from '@omc/api';
import { LiveList, makeOmc, OmcClient, type OmcProcess, until } from '@omc/harness';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Raiser } from './raiser.js';

const MANY = 3_000;
/** So long an alarm that few of them fill what the kernel holds for a connection. */
const LONG_INFO = { info: { note: 'x'.repeat(8_000) } };
const LONG = 600;

const byId = (alarms: Iterable<AlarmResource>) => [...alarms].sort((a, b) => (a.id < b.id ? -1 : 1));

/** Each change is newer than what the client had of its alarm. */
function expectNothingTwice(list: LiveList, left: LiveList): void {
  const versions = new Map([...left.alarms.values()].map(({ id, version }) => [id, version]));
  for (const { op, alarm } of list.received.flatMap(({ changes }) => changes)) {
    expect(alarm.version, `${op} ${alarm.ne} ${alarm.object}`).toBeGreaterThan(versions.get(alarm.id) ?? 0);
    versions.set(alarm.id, alarm.version);
  }
}

describe('the live stream', () => {
  let omc: OmcProcess;
  let client: OmcClient;
  const raiser = new Raiser('eNB-1');
  const lists: LiveList[] = [];
  const open = (left?: LiveList) => {
    const list = new LiveList(omc.url, client.token, left);
    lists.push(list);
    return list;
  };

  beforeAll(async () => {
    omc = await makeOmc();
    await omc.start();
    client = await OmcClient.signIn(omc.url);
    const port = await raiser.ne.listen();
    await client.addNe({ id: 'eNB-1', host: '127.0.0.1', port });
    await raiser.ne.hears('sync');
  });

  afterAll(async () => {
    for (const list of lists) list.close();
    await raiser.ne.hangUp(false);
    await omc?.remove();
  });

  /** All alarms of a filter, page by page. */
  async function listed(query = ''): Promise<AlarmResource[]> {
    const items: AlarmResource[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: { items: AlarmResource[]; nextCursor: string | null } = (
        await client.get<typeof page>(`/api/v1/alarms?limit=1000${query}${cursor && `&cursor=${cursor}`}`)
      ).body;
      items.push(...page.items);
      cursor = page.nextCursor;
    }
    return items;
  }

  async function expectSame(list: LiveList, query = ''): Promise<void> {
    const expected = byId(await listed(query));
    await expect.poll(() => byId(list.alarms.values()), { timeout: 20_000 }).toEqual(expected);
  }

  it('gives a large list in parts, and goes on with what changes meanwhile', async () => {
    raiser.sayAll('fault', 0, MANY);
    await raiser.heard();
    const list = open();
    const asked = list.subscribe();
    raiser.sayAll('ok', 0, 500);
    raiser.sayAll('fault', MANY, MANY + 200);
    const answer = await asked;
    expect(answer).toMatchObject({ more: true });
    expect('error' in answer ? [] : answer.snapshot).toHaveLength(1_000);
    await raiser.heard();
    await expectSame(list);
    expect(list.restarts).toBe(0);
    expect(list.cursor).toMatch(/^0-\d+$/);
  });

  it('gives a list that was left between two parts anew', async () => {
    const list = open();
    const answer = await list.subscribe();
    list.close();
    const cursor = 'error' in answer ? '' : answer.cursor;
    const again = await open().subscribe({ cursor });
    expect('error' in again ? [] : again.snapshot).toHaveLength(1_000);
  });

  it('gives clients that stop reading a new list later, and keeps nothing of what they miss', async () => {
    const slow = Array.from({ length: 10 }, () => open());
    // Each with a filter of its own, so that no message is shared.
    for (const [i, list] of slow.entries())
      await list.subscribe({ filter: { alarmId: [26235, 1_000_000 + i] } });
    const quick = open();
    await quick.subscribe();
    for (const list of slow) list.deafen(true);
    const before = omc.residentMiB();
    for (let turn = 0; turn < 4; turn++) {
      raiser.sayAll('ok', 500, 500 + LONG);
      await raiser.heard();
      raiser.sayAll('fault', 500, 500 + LONG, LONG_INFO);
      await raiser.heard();
    }
    await expectSame(quick);
    expect(omc.residentMiB() - before).toBeLessThan(250);
    for (const list of slow) list.deafen(false);
    for (const list of slow) await until('a new list', () => list.restarts > 0);
    for (const list of slow) await expectSame(list, '&alarmId=26235');
    raiser.sayAll('ok', 0, 1_000);
    await raiser.heard();
    for (const list of slow) await expectSame(list, '&alarmId=26235');
  });

  it('gives a client that comes back what it missed, also after a restart, and nothing twice', async () => {
    const left = open();
    await left.subscribe();
    await expectSame(left);
    left.close();
    raiser.sayAll('ok', 2_000, 2_010);
    await raiser.heard();
    const back = open(left);
    expect(await back.resume()).toEqual({ cursor: left.cursor, snapshot: null });
    await expectSame(back);
    expectNothingTwice(back, left);
    back.close();
    raiser.sayAll('ok', 2_010, 2_030);
    await raiser.heard();
    expect(await omc.end()).toBe(0);
    await omc.start();
    await until('the NE to be back', () => raiser.ne.count('hello') > 1);
    const afterwards = open(back);
    expect(await afterwards.resume()).toEqual({ cursor: back.cursor, snapshot: null });
    await expectSame(afterwards);
    expectNothingTwice(afterwards, back);
  });

  it('refuses a cursor that is none, and gives a new list for one of the future', async () => {
    expect(await open().subscribe({ cursor: 'yesterday' })).toMatchObject({
      error: { status: 400, detail: expect.stringContaining('cursor') },
    });
    const answer = await open().subscribe({ cursor: '0-999999999999' });
    expect('error' in answer ? null : answer.snapshot).not.toBeNull();
  });

  it('keeps a live window right as alarms enter and leave it, with the total', async () => {
    const window = open();
    const wanted = { filter: { severity: ['major'] }, sort: '-raisedAt', limit: 20 } as const;
    const answer = await window.subscribe({ ...wanted, filter: { severity: ['major'] } });
    expect('error' in answer ? [] : answer.snapshot).toHaveLength(20);
    const expectWindow = async () => {
      const all = await listed('&severity=major&sort=-raisedAt');
      await expect
        .poll(() => byId(window.alarms.values()), { timeout: 20_000 })
        .toEqual(byId(all.slice(0, 20)));
      await expect.poll(() => window.total).toBe(all.length);
    };
    await expectWindow();
    raiser.sayAll('fault', 4_000, 4_030);
    await raiser.heard();
    await expectWindow();
    // More leave than are known beyond the window: it has to be read anew.
    raiser.sayAll('ok', 2_100, 4_030);
    await raiser.heard();
    await expectWindow();
    window.close();
    raiser.sayAll('fault', 4_100, 4_105);
    await raiser.heard();
    const back = open(window);
    expect(
      await back.subscribe({ ...wanted, filter: { severity: ['major'] }, cursor: window.cursor }),
    ).toMatchObject({ snapshot: null });
    await expect
      .poll(() => byId(back.alarms.values()))
      .toEqual(byId((await listed('&severity=major')).slice(0, 20)));
  });
});
