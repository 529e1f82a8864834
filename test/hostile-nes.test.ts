import { makeOmc, OmcClient, type OmcProcess, until } from '@omc/harness';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HandMadeNe, type Wire } from './hand-made-ne.js';

const EVENTS = 30;
/** What a hostile NE has written and the OMC has not taken, at the most. */
const MOST_UNSENT = 256 * 1024;
/** An OMC that kept what hostile NEs send would take far more. */
const MOST_GROWTH_MIB = 250;
const MOST_LINE = 65_536;

interface Attack {
  readonly title: string;
  readonly manners?: Partial<HandMadeNe['manners']>;
  /** Said once after each hello of the OMC. */
  readonly once?: (at: HandMadeNe) => void;
  /** Said over and over, as fast as it is taken. */
  readonly forever?: (at: HandMadeNe, round: number) => void;
  /** Why what it sends is refused, as the ledger's counter calls it. */
  readonly refused?: 'bad-line' | 'bad-hello' | 'overlong-line';
}

const event = (seq: number | string, members: string, time = '"2026-11-23T14:00:00.000Z"') =>
  `{"t":"event","seq":${seq},"time":${time},"object":"S1Interface=1","alarmId":29201,"state":"fault"${members}}`;
const badLines = (lines: readonly string[]) => (at: HandMadeNe) => at.write(...lines);

const attacks: readonly Attack[] = [
  { title: 'accepts and never answers', manners: { mute: true } },
  {
    title: 'sends lines of 64 KiB for ever',
    forever: (at, round) => at.write(event(round + 1, '').padEnd(MOST_LINE)),
  },
  {
    title: 'sends a line without an end',
    forever: (at) => at.writePart('x'.repeat(16_384)),
    refused: 'overlong-line',
  },
  {
    title: 'sends bad lines only',
    once: badLines(Array.from({ length: 100 }, () => '?')),
    refused: 'bad-line',
  },
  {
    title: 'floods events and reads no ack',
    once: (at) => at.deafen(),
    forever: (at, round) =>
      at.write(...Array.from({ length: 500 }, (_, i) => event(500 * round + i + 1, ''))),
  },
  {
    title: 'says half a line and then nothing',
    manners: { silent: true },
    once: (at) => at.writePart('{"t":"event","seq":1,"ti'),
  },
  {
    title: 'sends its bytes one at a time',
    forever: (at, round) => at.writePart(`${event(1, '')}\n`.charAt(round % (event(1, '').length + 1))),
  },
  { title: 'greets as another NE', manners: { name: 'somebody-else' }, refused: 'bad-hello' },
  {
    title: 'never ends its answer to a sync',
    manners: { answersSync: false },
    forever: (at) => {
      const asked = at.heard.findLast(({ t }) => t === 'sync');
      if (asked === undefined) return;
      const fault = { object: 'Cell=1', alarmId: 29240, since: at.time(), text: 'x'.repeat(4096) };
      at.say({
        t: 'sync',
        id: asked['id'],
        seq: 0,
        faults: Array.from({ length: 10 }, () => fault),
        more: true,
      });
    },
  },
  {
    title: 'numbers beyond 2^53, below 0, in parts and backwards',
    once: badLines([
      ...['9007199254740993', '-1', '1.5', '"7"', 'null', '1e400'].map((seq) => event(seq, '')),
      event(5, ''),
      event(3, ''),
    ]),
    refused: 'bad-line',
  },
  {
    title: 'tells times that are none',
    once: badLines(
      [
        '"0001-01-01T00:00:00Z"',
        '"10000-01-01T00:00:00Z"',
        '"1969-12-31T23:59:59Z"',
        '"yesterday"',
        '1e400',
        '[]',
      ].map((time) => event(1, '', time)),
    ),
    refused: 'bad-line',
  },
  {
    title: 'nests as deep as a line allows',
    once: badLines([
      event(1, `,"x":${'['.repeat(32_000)}${']'.repeat(32_000)}`),
      event(2, `,"info":${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`),
      '['.repeat(MOST_LINE),
    ]),
    refused: 'bad-line',
  },
  {
    title: 'names members of prototypes',
    once: badLines([
      event(1, ',"info":{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'),
      `{"__proto__":${event(2, '')}}`,
    ]),
    refused: 'bad-line',
  },
  {
    title: 'sends NUL, control characters and half characters',
    once: badLines([
      event(1, ',"text":"a\\u0000b\\ud800","info":{"\\u0000":"\\u0007\\udfff"}'),
      '\0\x01\x02\x7f\x1b[2J',
      '{"t":"\\u0000"}',
    ]),
    refused: 'bad-line',
  },
];

/** Whatever one NE does, the others are taken as if it were not there. */
describe('an NE beside a hostile one', () => {
  let omc: OmcProcess;
  let client: OmcClient;
  let alone: unknown;
  let restMiB = 0;
  const nes: HandMadeNe[] = [];

  beforeAll(async () => {
    omc = await makeOmc({ OMC_HANDSHAKE_INTERVAL_S: '0.4', OMC_RECONNECT_INTERVAL_S: '0.4' });
    await omc.start();
    client = await OmcClient.signIn(omc.url);
    await client.setFilter({ alarmId: 29243, createWindow: 0.2, restoreWindow: 0.2 });
    alone = await outcomeOf('alone');
    restMiB = omc.residentMiB();
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

  /** What becomes of the same story: faults that come and go, and one that has to outlast its window. */
  async function outcomeOf(id: string): Promise<unknown> {
    const at = await ne(id);
    await at.hears('sync');
    for (let seq = 1; seq <= EVENTS; seq++) at.say(storyLine(at, seq));
    await until('its last ack', () => at.heard.some(({ t, seq }) => t === 'ack' && seq === EVENTS));
    await until('its decision', async () => (await client.alarms(`?ne=${id}&alarmId=29243`)).length === 1);
    expect(at.visits).toBe(1);
    const alarms = await client.alarms(`?ne=${id}&state=all&limit=1000`);
    return alarms.map(({ object, state, reports }) => `${object} ${state} ${reports}`).sort();
  }

  async function refusedFor(reason: string): Promise<number> {
    const { body } = await client.get<string>('/metrics');
    const line = body
      .split('\n')
      .find((each) => each.startsWith(`omc_rejected_total{source="link",reason="${reason}"`));
    return Number(line?.split(' ').at(-1) ?? 0);
  }

  it.each(attacks)('is taken as if alone: it $title', async ({ title, manners, once, forever, refused }) => {
    const id = title.replaceAll(/[^a-z0-9]+/gi, '-').slice(0, 50);
    const before = refused === undefined ? 0 : await refusedFor(refused);
    const hostile = await ne(id, manners);
    let attacking = true;
    let visits = 0;
    let round = 0;
    const attack = () => {
      if (!attacking) return;
      const greeted = hostile.count('hello');
      if (greeted > visits) {
        visits = greeted;
        round = 0;
        once?.(hostile);
      }
      if (greeted > 0 && hostile.unsent < MOST_UNSENT) forever?.(hostile, round++);
      setImmediate(attack);
    };
    attack();
    try {
      await hostile.hears('hello');
      expect(await outcomeOf(`beside-${id}`)).toEqual(alone);
      if (refused !== undefined) await until('its count', async () => (await refusedFor(refused)) > before);
    } finally {
      attacking = false;
    }
    expect((await client.request('DELETE', `/api/v1/nes/${id}`)).status).toBe(204);
    expect((await client.get('/healthz')).status).toBe(200);
    expect(omc.residentMiB() - restMiB).toBeLessThan(MOST_GROWTH_MIB);
  });
});

function storyLine(at: HandMadeNe, seq: number): Wire {
  const last = seq === EVENTS;
  const comes = seq % 3 !== 0;
  const object = last ? 'Cell=1' : `S1Interface=${comes ? seq : seq - 1}`;
  const state = comes || last ? 'fault' : 'ok';
  return { t: 'event', seq, time: at.time(), object, alarmId: last ? 29243 : 29201, state };
}
