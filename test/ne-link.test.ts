import { makeOmc, OmcClient, type OmcProcess, until } from '@omc/harness';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HandMadeNe, type Wire } from './hand-made-ne.js';

/** The NE link as it is promised to others, against a peer that shares no code with the OMC. */
describe('the NE link', () => {
  let omc: OmcProcess;
  let client: OmcClient;
  const nes: HandMadeNe[] = [];

  beforeAll(async () => {
    omc = await makeOmc({ OMC_HANDSHAKE_INTERVAL_S: '0.4', OMC_RECONNECT_INTERVAL_S: '0.5' });
    await omc.start();
    client = await OmcClient.signIn(omc.url);
  });

  afterAll(async () => {
    for (const ne of nes) await ne.hangUp(false);
    await omc?.remove();
  });

  async function ne(id: string, manners: Partial<HandMadeNe['manners']> = {}): Promise<HandMadeNe> {
    const made = new HandMadeNe(id);
    nes.push(made);
    Object.assign(made.manners, manners);
    await client.addNe({ id, host: '127.0.0.1', port: await made.listen() });
    return made;
  }

  const fault = (of: HandMadeNe, seq: number, object: string, more: object = {}): Wire => ({
    t: 'event',
    seq,
    time: of.time(),
    object,
    alarmId: 29201,
    state: 'fault',
    ...more,
  });

  const alarmsOf = (id: string) => client.alarms(`?state=all&ne=${id}&sort=faultAt`);
  const linkOf = async (id: string) =>
    (await client.get<{ link: Record<string, unknown> }>(`/api/v1/nes/${id}`)).body.link;

  it('sends its hello first and the handshake right after the answer', async () => {
    const at = await ne('first');
    await at.hears('handshake');
    expect(at.heard[0]).toEqual({ t: 'hello', ver: 1, ne: 'first', ackedSeq: null, ackedEpoch: null });
    expect(at.heard[1]?.t).toBe('handshake');
  });

  it('acks cumulatively, and tells the next connection how far it got', async () => {
    const at = await ne('acks');
    await at.hears('sync');
    at.say(fault(at, 1, 'S1Interface=0'), fault(at, 2, 'S1Interface=1'));
    await until('ack 2', () => at.heard.some(({ t, seq }) => t === 'ack' && seq === 2));
    at.manners.lastSeq = 2;
    await at.hangUp();
    expect(await at.hears('hello', 1)).toMatchObject({ ackedSeq: 2, ackedEpoch: 'b1' });
    // What it has already is dropped: sent twice, it counts once.
    at.say(fault(at, 2, 'S1Interface=1'), fault(at, 3, 'S1Interface=2'));
    await until('ack 3', () => at.heard.some(({ t, seq }) => t === 'ack' && seq === 3));
    expect(await alarmsOf('acks')).toHaveLength(3);
    expect((await alarmsOf('acks')).every(({ reports }) => reports === 1)).toBe(true);
  });

  it('fills a hole by a sync in parts: what is gone is ok, what is new is in fault since then', async () => {
    const at = await ne('hole', { answersSync: false });
    const first = await at.hears('sync');
    at.say({ t: 'sync', id: first['id'], seq: 0, faults: [] });
    at.say(fault(at, 1, 'S1Interface=0'));
    await until('ack 1', () => at.heard.some(({ t, seq }) => t === 'ack' && seq === 1));
    at.say(fault(at, 5, 'S1Interface=5'));
    const { id } = await at.hears('sync', 1);
    expect(at.heard.some(({ t, seq }) => t === 'ack' && Number(seq) > 1)).toBe(false);
    const since = at.time(600_000);
    at.say({
      t: 'sync',
      id,
      seq: 6,
      faults: [{ object: 'S1Interface=5', alarmId: 29201, since }],
      more: true,
    });
    at.say({ t: 'sync', id, seq: 6, faults: [{ object: 'S1Interface=6', alarmId: 29201, since }] });
    await until('ack 6', () => at.heard.some(({ t, seq }) => t === 'ack' && seq === 6));
    const alarms = await alarmsOf('hole');
    const of = (object: string) => alarms.find((alarm) => alarm.object === object);
    expect(of('S1Interface=0')).toMatchObject({ state: 'cleared', clearedBy: 'resync' });
    expect(of('S1Interface=5')).toMatchObject({ state: 'active' });
    expect(of('S1Interface=6')).toMatchObject({ state: 'active', faultAt: since });
    // Late ones that the sync covers are known.
    at.say(fault(at, 6, 'S1Interface=99'), fault(at, 7, 'S1Interface=7'));
    await until('ack 7', () => at.heard.some(({ t, seq }) => t === 'ack' && seq === 7));
    expect((await alarmsOf('hole')).map(({ object }) => object)).not.toContain('S1Interface=99');
  });

  it('begins anew with a new epoch: reads everything, and syncs', async () => {
    const at = await ne('epochs');
    await at.hears('sync');
    at.say(fault(at, 1, 'S1Interface=0'));
    await at.hears('ack');
    Object.assign(at.manners, { epoch: 'b2', lastSeq: 1, answersSync: false });
    await at.hangUp();
    expect(await at.hears('hello', 1)).toMatchObject({ ackedEpoch: 'b1' });
    const { id } = await at.hears('sync', 1);
    at.say(fault(at, 1, 'S1Interface=1'));
    const since = at.time();
    at.say({ t: 'sync', id, seq: 1, faults: [{ object: 'S1Interface=1', alarmId: 29201, since }] });
    await until('the sync', async () => (await client.alarms('?ne=epochs'))[0]?.object === 'S1Interface=1');
    await until(
      'acks of both epochs',
      () => at.heard.filter((m) => m.t === 'ack' && m['seq'] === 1).length > 1,
    );
    await at.hangUp();
    expect(await at.hears('hello', 2)).toMatchObject({ ackedSeq: 1, ackedEpoch: 'b2' });
  });

  it('asks for a sync where the NE no longer holds what comes next', async () => {
    const at = await ne('lost');
    await at.hears('sync');
    at.say(fault(at, 1, 'S1Interface=0'));
    await at.hears('ack');
    Object.assign(at.manners, { firstSeq: 10, lastSeq: 9 });
    await at.hangUp();
    await at.hears('sync', 1);
    await until('ack 9', () => at.heard.some(({ t, seq }) => t === 'ack' && seq === 9));
    expect((await alarmsOf('lost'))[0]).toMatchObject({ clearedBy: 'resync' });
  });

  it('corrects a clock that is off, leaves a small difference alone, and takes the future for now', async () => {
    const ahead = await ne('ahead', { skewMs: 3_600_000 });
    const near = await ne('near', { skewMs: 30 });
    await Promise.all([ahead.hears('sync'), near.hears('sync')]);
    const before = Date.now();
    ahead.say(fault(ahead, 1, 'S1Interface=0'));
    near.say(fault(near, 1, 'S1Interface=0', { time: new Date(before - 100).toISOString() }));
    near.say(fault(near, 2, 'S1Interface=1', { time: near.time(-60_000) }));
    await Promise.all([ahead.hears('ack'), near.hears('ack', 0)]);
    await until('all three', async () => (await alarmsOf('near')).length === 2);
    const [corrected] = await alarmsOf('ahead');
    const off = Date.parse(corrected?.faultAt ?? '') - before;
    expect(Math.abs(off)).toBeLessThan(1_000);
    const [exact, future] = await alarmsOf('near');
    expect(Date.parse(exact?.faultAt ?? '')).toBe(before - 100);
    expect(Date.parse(future?.faultAt ?? '')).toBeLessThanOrEqual(Date.now());
    expect((await linkOf('near'))['clockOffsetMs']).toBe(0);
  });

  it.each([
    ['no JSON', 'hello', /JSON/],
    ['another type of message', '{"t":"shout"}', /^t must be/],
    [
      'a wrong state',
      '{"t":"event","seq":1,"time":"2026-11-23T14:00:00Z","object":"","alarmId":1,"state":"bad"}',
      /^state/,
    ],
    [
      'a time without a zone',
      '{"t":"event","seq":1,"time":"2026-11-23T14:00:00","object":"","alarmId":1,"state":"ok"}',
      /^time/,
    ],
    [
      'an object that is none',
      '{"t":"event","seq":1,"time":"2026-11-23T14:00:00Z","object":"Cell","alarmId":1,"state":"ok"}',
      /^object/,
    ],
    [
      'a second hello',
      '{"t":"hello","ver":1,"ne":"x","time":"2026-11-23T14:00:00Z","epoch":"e","firstSeq":1,"lastSeq":0}',
      /hello/,
    ],
    ['an empty line', '', /JSON/],
  ])('answers %s with the line and the reason, and goes on', async (name, line, reason) => {
    const at = await ne(`bad-${name.replaceAll(' ', '-')}`);
    await at.hears('sync');
    const padded = `${line}${' '.repeat(300)}`;
    at.write(padded);
    const error = await at.hears('error');
    expect(error['line']).toBe(padded.slice(0, 200));
    expect(error['reason']).toMatch(reason);
    at.say(fault(at, 1, 'S1Interface=0'));
    await at.hears('ack');
    expect(at.visits).toBe(1);
  });

  it('closes after 100 bad lines in a row, not after 99', async () => {
    const at = await ne('garbage');
    await at.hears('sync');
    at.write(...Array.from({ length: 99 }, () => '?'));
    at.say(fault(at, 1, 'S1Interface=0'));
    await at.hears('ack');
    expect(at.closes).toBe(0);
    at.write(...Array.from({ length: 100 }, () => '?'));
    await until('the close', () => at.closes === 1);
    expect(at.count('error')).toBe(199);
  });

  it('takes a line of 64 KiB, and closes on a longer one, after what came before it', async () => {
    const at = await ne('long');
    await at.hears('sync');
    const line = JSON.stringify(fault(at, 1, 'S1Interface=0', { text: 'long' }));
    at.write(line + ' '.repeat(65_536 - line.length));
    await at.hears('ack');
    expect(at.closes).toBe(0);
    const start = JSON.stringify(fault(at, 3, 'S1Interface=3'));
    at.write(JSON.stringify(fault(at, 2, 'S1Interface=2')), start + ' '.repeat(65_537 - start.length));
    await until('the close', () => at.closes === 1);
    const error = await at.hears('error');
    expect(error['reason']).toMatch(/64 KiB/);
    expect(error['line']).toBe(`${start}${' '.repeat(200)}`.slice(0, 200));
    expect((await alarmsOf('long')).map(({ object }) => object)).not.toContain('S1Interface=3');
  });

  it('raises 301 from the first unanswered handshake on, keeps other reasons in its log, and clears it by the next', async () => {
    const at = await ne('misses');
    await at.hears('handshake');
    at.manners.silent = true;
    const lost = async () => (await client.alarms('?ne=misses&alarmId=301'))[0];
    await until('301', async () => (await lost()) !== undefined);
    const raised = await lost();
    const waited = Date.parse(raised?.raisedAt ?? '') - Date.parse(raised?.faultAt ?? '');
    expect(waited).toBeGreaterThan(1_000);
    await at.hangUp(false);
    const logged = async (reason: string) =>
      (await client.log(raised?.id ?? '')).some((entry) => JSON.stringify(entry).includes(reason));
    await until('refused in the log', () => logged('refused'));
    at.manners.name = 'somebody';
    await at.listen();
    await until('the bad hello in the log', () => logged('bad hello'));
    expect(await client.alarms('?ne=misses&alarmId=301&state=all')).toHaveLength(1);
    delete at.manners.name;
    await until('an unanswered handshake', async () => at.visits > 3);
    at.manners.silent = false;
    await until('the clear', async () => (await lost()) === undefined);
    expect((await client.alarms('?ne=misses&alarmId=301&state=all'))[0]).toMatchObject({
      id: raised?.id,
      clearedBy: 'reconnect',
    });
  });

  it('takes a quiet NE in time while others flood, send garbage or never read', async () => {
    const quiet = await ne('quiet');
    const flooder = await ne('flooder');
    const deaf = await ne('deaf');
    await Promise.all([quiet.hears('sync'), flooder.hears('sync'), deaf.hears('sync')]);
    let seq = 0;
    let flooding = true;
    const flood = () => {
      if (!flooding) return;
      for (let i = 0; i < 500; i++) flooder.say(fault(flooder, ++seq, `S1Interface=${seq % 50}`));
      flooder.write(...Array.from({ length: 99 }, () => '?'.repeat(2000)));
      deaf.write(
        ...Array.from({ length: 99 }, () => '?'),
        '{"t":"handshake","id":0,"time":"2026-11-23T14:00:00Z"}',
      );
      setImmediate(flood);
    };
    deaf.deafen();
    flood();
    try {
      for (let n = 1; n <= 10; n++) {
        quiet.say(fault(quiet, n, `S1Interface=${n}`));
        await until('its ack', () => quiet.heard.some(({ t, seq: acked }) => t === 'ack' && acked === n));
      }
    } finally {
      flooding = false;
    }
    expect((await linkOf('quiet'))['state']).toBe('connected');
    expect(await alarmsOf('quiet')).toHaveLength(10);
  });
});
