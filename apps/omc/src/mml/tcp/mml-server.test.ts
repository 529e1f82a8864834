import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { Alarm, AlarmChange } from '@omc/alarm';
import type { AlarmSelection, MmlBackend } from '@omc/mml';
import { pino } from 'pino';
import { asyncScheduler, type SchedulerLike, Subject, VirtualTimeScheduler } from 'rxjs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { MOST_WAITING } from './alarm-feed.js';
import { type MmlLimits, mmlLimits } from './mml-limits.js';
import { MmlServer } from './mml-server.js';
import { ReportReader } from './testing/report-reader.js';

const roomy: MmlLimits = {
  mostSessions: 3,
  mostStrangers: 3,
  loginMs: 60_000,
  idleMs: 60_000,
  slowMs: 60_000,
  leaveMs: 60_000,
  longestCommand: 200,
  mostWrongPasswords: 3,
};

const LGI = 'LGI: OP=ops, PWD=right;';

let server: MmlServer;
const clients: ReportReader[] = [];
const open = new Set<string>();
const closed$ = new Subject<string>();
const published$ = new Subject<readonly AlarmChange[]>();
const named = (alarm: Alarm) => ({ ...alarm, name: { en: 'Cell Unavailable', zh: '小区不可用' } });
const matcherOf = ({ ne }: AlarmSelection) => Promise.resolve((alarm: { ne: string }) => alarm.ne === ne);

/** A house of one user, with a long list of NEs. */
async function serve(
  limits: Partial<MmlLimits> = {},
  scheduler: SchedulerLike = asyncScheduler,
): Promise<number> {
  open.clear();
  const nes = Array.from({ length: 20_000 }, (_, index) => ({
    ...{ id: `eNB-${index}`, kind: 'link', host: 'enb.example.net', port: 7001 },
    link: { state: 'connected', lastHandshakeAt: null, misses: 0, clockOffsetMs: null, reason: null },
  }));
  const backend = { listNes: () => Promise.resolve({ ok: true, value: nes }) } as unknown as MmlBackend;
  const session = { user: 'ops', role: 'viewer', scope: null, expiresAt: Number.MAX_SAFE_INTEGER } as const;
  const sessions = {
    open: (user: string, password: string) => {
      if (password !== 'right') return Promise.resolve(undefined);
      const token = `token-${open.size}`;
      open.add(token);
      return Promise.resolve({ ...session, user, token });
    },
    mustChange: ({ user }: { user: string }) => user === 'new',
    find: (token: string) => Promise.resolve(open.has(token) ? session : undefined),
    close: (token: string) => {
      open.delete(token);
      closed$.next(token);
      return Promise.resolve();
    },
    closed$,
  };
  server = new MmlServer({
    backendOf: () => backend,
    ...{ sessions, scheduler, now: () => 0, log: pino({ level: 'silent' }) },
    alarms: { published$, present: (each) => each as never, listed: named, matcherOf },
    limits: { ...roomy, ...limits },
  });
  return await server.listen(0, '127.0.0.1');
}

async function client(port: number): Promise<ReportReader> {
  const made = await ReportReader.connect(port);
  clients.push(made);
  return made;
}

async function member(port: number): Promise<ReportReader> {
  const made = await client(port);
  expect(retcodeOf(await made.run(LGI))).toBe(0);
  return made;
}

afterEach(async () => {
  for (const each of clients.splice(0)) each.socket.destroy();
  await server.close();
});

describe('a stranger', () => {
  it('gets RETCODE 6 for everything but LGI', async () => {
    const stranger = await client(await serve());
    expect(await stranger.run('LST NE:;')).toContain('RETCODE = 6  Not allowed: nobody is logged in');
    expect(retcodeOf(await stranger.run('FOO BAR:;'))).toBe(2);
    expect(retcodeOf(await stranger.run(LGI))).toBe(0);
  });

  it('is sent away after three wrong passwords, which are repeated nowhere', async () => {
    const stranger = await client(await serve());
    for (let tries = 0; tries < 3; tries += 1) {
      const report = await stranger.run('LGI: OP=ops, PWD="s3cret";');
      expect(report).toContain('%%LGI: OP=ops, PWD=*****;%%\nRETCODE = 6');
      expect(report).not.toContain('s3cret');
    }
    await stranger.ended();
  });

  it('is sent away when nobody logs in in time', async () => {
    const stranger = await client(await serve({ loginMs: 50 }));
    expect(await stranger.report()).toContain('RETCODE = 6  Not allowed: nobody logged in within 0.05 s');
    await stranger.ended();
  });

  it('has to go where too many wait, the oldest first', async () => {
    const port = await serve();
    const [first, second] = [await client(port), await client(port)];
    await client(port);
    const fourth = await client(port);
    expect(await first.report()).toContain('others are waiting to log in');
    expect(retcodeOf(await second.run(LGI))).toBe(0);
    expect(retcodeOf(await fourth.run(LGI))).toBe(0);
  });
});

describe('two hundred sessions', { timeout: 90_000 }, () => {
  /** Beside other tests on a small machine hundreds of sockets take their time. */
  const PATIENCE_MS = 60_000;
  /** What somebody sends who means no good, or knows no better, and never reads an answer. */
  const harm: readonly (readonly [what: string, bytes: Buffer])[] = [
    ['nothing', Buffer.alloc(0)],
    ['half a line', Buffer.from('LGI: OP=ops, P')],
    ['an endless line', Buffer.alloc(70_000, 'x')],
    ['noise', Buffer.from(Array.from({ length: 10_000 }, (_, at) => (at * 151 + (at >> 5)) % 256))],
    ['zeros', Buffer.alloc(70_000)],
    ['proposals of telnet', Buffer.alloc(30_000, Uint8Array.of(255, 253, 1, 255, 251, 3))],
    ['an open comment', Buffer.from('/* '.repeat(24_000))],
    ['many commands at once', Buffer.from('LST NE:;'.repeat(200))],
  ];

  it('are answered while as many come who send harm or nothing, all of whom have to go', async () => {
    const time = new VirtualTimeScheduler();
    const port = await serve({ ...mmlLimits, idleMs: 1e9 }, time);
    const members: ReportReader[] = [];
    // More than a hundred who are not logged in yet would be in each other's way.
    while (members.length < 200)
      members.push(...(await Promise.all(Array.from({ length: 50 }, () => member(port)))));
    const oneTooMany = await client(port);
    expect(await oneTooMany.run(LGI)).toContain('RETCODE = 6  Not allowed: there are too many sessions');
    const comeWithHarm = async (_: unknown, at: number) => {
      const { socket } = await client(port);
      socket.pause().write(harm[at % harm.length]?.[1] ?? '');
    };
    await Promise.all(Array.from({ length: 200 }, comeWithHarm));
    const answers = await Promise.all(members.map((each) => each.run('HLP: CMD="LST NE";')));
    expect(new Set(answers.map(retcodeOf))).toEqual(new Set([0]));
    await vi.waitFor(() => {
      time.maxFrames = time.frame + mmlLimits.loginMs + mmlLimits.slowMs + mmlLimits.leaveMs;
      time.flush();
      expect(server.connections).toBe(200);
    }, PATIENCE_MS);
    expect(server.sessions).toBe(200);
    expect(new Set((await Promise.all(members.map((each) => each.run('LGO:;')))).map(retcodeOf))).toEqual(
      new Set([0]),
    );
    await vi.waitFor(() => expect(open.size).toBe(0));
  });

  it('of which some take nothing of what they asked for cost no more than a page each', async () => {
    const time = new VirtualTimeScheduler();
    const port = await serve({ ...mmlLimits, idleMs: 1e9 }, time);
    const deaf = await Promise.all(Array.from({ length: 5 }, () => member(port)));
    for (const { socket } of deaf) socket.pause().write('LST NE:;'.repeat(20));
    const other = await member(port);
    expect(retcodeOf(await other.run('HLP: CMD="LST NE";'))).toBe(0);
    // A report of 1,000 rows is some 60 kB; 20 lists of 20 reports are 24 MB, for each of them.
    expect(server.bytesWaiting).toBeLessThan(5 * 200_000);
    time.maxFrames = mmlLimits.slowMs;
    await vi.waitFor(() => {
      time.flush();
      expect(open.size).toBe(1);
    }, PATIENCE_MS);
    expect(server.bytesWaiting).toBe(0);
  });

  it('proposals of telnet that nobody takes the refusals of do not pile up', async () => {
    const port = await serve({ ...mmlLimits, idleMs: 1e9 }, new VirtualTimeScheduler());
    const rude = await member(port);
    rude.socket.pause();
    pump(rude.socket, Buffer.from(Array.from({ length: 60_000 }, (_, at) => [255, 253, 1][at % 3] ?? 0)));
    await vi.waitFor(() => expect(server.bytesWaiting).toBeGreaterThan(0), PATIENCE_MS);
    const other = await member(port);
    for (let asked = 0; asked < 300; asked += 1)
      expect(retcodeOf(await other.run('HLP: CMD="LST NE";'))).toBe(0);
    expect(server.bytesWaiting).toBeLessThan(1_000_000);
  });
});

describe('a session', () => {
  it('of the fourth user is refused, until another has left', async () => {
    const port = await serve();
    const first = await member(port);
    await member(port);
    await member(port);
    const fourth = await client(port);
    expect(await fourth.run(LGI)).toContain('RETCODE = 6  Not allowed: there are too many sessions');
    expect(open.size).toBe(3);
    expect(retcodeOf(await first.run('LGO:;'))).toBe(0);
    await first.ended();
    await vi.waitFor(async () => expect(retcodeOf(await fourth.run(LGI))).toBe(0));
  });

  it('ends with LGO, and with the connection', async () => {
    const port = await serve();
    const first = await member(port);
    expect(retcodeOf(await first.run('LGO:;LST NE:;'))).toBe(0);
    await first.ended();
    expect(open.size).toBe(0);
    const second = await member(port);
    second.socket.destroy();
    await vi.waitFor(() => expect(open.size).toBe(0));
  });

  it('ends when nothing is asked for long', async () => {
    const idle = await member(await serve({ idleMs: 50 }));
    expect(await idle.report()).toContain('RETCODE = 6  Not allowed: no command came for 0.05 s');
    await idle.ended();
    await vi.waitFor(() => expect(open.size).toBe(0));
  });

  it('ends when nothing is asked for as long as is set, by the clock that it is given', async () => {
    const time = new VirtualTimeScheduler();
    const idle = await member(await serve({ idleMs: 600_000 }, time));
    time.maxFrames = 599_999;
    time.flush();
    expect(retcodeOf(await idle.run('HLP: CMD="LST NE";'))).toBe(0);
    time.maxFrames = 600_000;
    time.flush();
    expect(await idle.report()).toContain('RETCODE = 6  Not allowed: no command came for 600 s');
    await idle.ended();
  });

  it('ends when it is taken back', async () => {
    const revoked = await member(await serve());
    const [token = ''] = open;
    open.delete(token);
    closed$.next(token);
    expect(await revoked.report()).toContain('RETCODE = 6  Not allowed: the session was ended');
    await revoked.ended();
  });

  it('that ran out is nobody’s until the next LGI', async () => {
    const gone = await member(await serve());
    open.clear();
    expect(retcodeOf(await gone.run('LST NE:;'))).toBe(6);
    expect(retcodeOf(await gone.run(LGI))).toBe(0);
  });

  it('is not begun with a password that must be changed first', async () => {
    const newcomer = await client(await serve());
    expect(await newcomer.run('LGI: OP=new, PWD=right;')).toContain(
      'RETCODE = 6  Not allowed: the password must be changed first',
    );
    expect(open.size).toBe(0);
    expect(retcodeOf(await newcomer.run('LST NE:;'))).toBe(6);
  });

  it('is not begun twice', async () => {
    expect(retcodeOf(await (await member(await serve())).run(LGI))).toBe(7);
  });
});

describe('a client', () => {
  it('gets long lists in reports of 1,000 rows', async () => {
    const reader = await member(await serve());
    const first = await reader.run('LST NE:;');
    expect(first).toMatch(/^eNB-999 .*\nTo be continued\.\.\.\n\n---/m);
    for (let reports = 2; reports < 20; reports += 1) await reader.report();
    expect(await reader.report()).toMatch(
      /\n\(Number of results = 20000\)\nThere are together 20 reports\n\n---/,
    );
  });

  it('that does not take what it asked for is cut off, and holds up nobody', async () => {
    const port = await serve({ slowMs: 300 });
    const slow = await member(port);
    slow.socket.pause();
    slow.socket.write('LST NE:;'.repeat(10));
    expect(retcodeOf(await (await member(port)).run('HLP:;'))).toBe(0);
    await vi.waitFor(() => expect(open.size).toBe(1));
  });

  it('with a command over the limit is told, and sent away', async () => {
    const port = await serve();
    for (const text of [`LST ${'x'.repeat(300)}`, `LST NE: NE=${'x'.repeat(300)};`]) {
      const wordy = await member(port);
      expect(await wordy.run(text)).toContain('RETCODE = 6  Not allowed: the command is too long');
      await wordy.ended();
    }
  });

  it('that only closes its own side still gets its answers', async () => {
    const port = await serve();
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    socket.end(`${LGI}\r\nHLP: CMD="LST NE"`);
    expect(await allOf(socket)).toMatch(/RETCODE = 0 [\s\S]*RETCODE = 0 [\s\S]*--- {4}END\r\n\r\n$/);
  });

  it('that floods with commands leaves others their turn', async () => {
    const port = await serve();
    const flood = await member(port);
    const noise = 'FOO:;'.repeat(20_000);
    flood.socket.resume();
    flood.socket.write(noise);
    const other = await member(port);
    expect(retcodeOf(await other.run('HLP: CMD="LST NE";'))).toBe(0);
  });
});

describe('alarm reports', () => {
  const change = (kind: 'raised' | 'cleared' | 'counted', ne: string, object = 'Cell=1') =>
    ({
      ...{ seq: 1, kind, at: 0, facts: {} },
      alarm: {
        ...{ id: 'an-id', ne, object, alarmId: 29240, severity: 'major', text: 'no carrier' },
        ...{ raisedAt: 0, clearedAt: kind === 'cleared' ? 1000 : null },
      },
    }) as unknown as AlarmChange;

  it('come between answers, for what was asked, until they are stopped', async () => {
    const watcher = await member(await serve());
    expect(retcodeOf(await watcher.run('STR ALMRPT: NE=eNB-1;'))).toBe(0);
    published$.next([change('raised', 'eNB-2'), change('counted', 'eNB-1'), change('raised', 'eNB-1')]);
    expect(await watcher.report()).toBe(
      [
        '+++    OMC        1970-01-01 00:00:00',
        'ALARM  29240  Fault  MAJOR',
        'Alarm name  =  Cell Unavailable',
        '  Severity  =  MAJOR',
        '        NE  =  eNB-1',
        '    Object  =  Cell=1',
        ' Raised at  =  1970-01-01T00:00:00.000Z',
        '      Text  =  no carrier',
        '        ID  =  an-id',
        '---    END',
        '',
      ].join('\n'),
    );
    published$.next([change('cleared', 'eNB-1')]);
    expect(await watcher.report()).toContain('ALARM  29240  Recovery  MAJOR\n');
    expect(retcodeOf(await watcher.run('STP ALMRPT:;'))).toBe(0);
    published$.next([change('raised', 'eNB-1')]);
    expect(await watcher.run('LGO:;')).toContain('%%LGO:;%%');
    expect(published$.observed).toBe(false);
  });

  it('that are more than wait for a client are counted, and the rest comes', async () => {
    const watcher = await member(await serve());
    expect(retcodeOf(await watcher.run('STR ALMRPT: NE=eNB-1;'))).toBe(0);
    const burst = MOST_WAITING + 500;
    published$.next(Array.from({ length: burst }, (_, index) => change('raised', 'eNB-1', `Cell=${index}`)));
    let reports = 0;
    let last = await watcher.report();
    for (; !last.includes('left out'); last = await watcher.report()) reports += 1;
    const [, leftOut] = /(\d+) alarm reports were left out/.exec(last) ?? [];
    expect([reports, Number(leftOut)]).toEqual([MOST_WAITING, 500]);
  });

  it('end with the connection', async () => {
    const watcher = await member(await serve());
    await watcher.run('STR ALMRPT: NE=eNB-1;');
    watcher.socket.destroy();
    await vi.waitFor(() => expect(published$.observed).toBe(false));
  });
});

it('a stop ends every connection and session', async () => {
  const port = await serve();
  const [stranger, known] = [await client(port), await member(port)];
  await server.close();
  await Promise.all([stranger.ended(), known.ended()]);
  expect(open.size).toBe(0);
});

/** The number on a report's RETCODE line. */
function retcodeOf(report: string): number {
  return Number(/^RETCODE = (\d+) /m.exec(report)?.[1]);
}

/** Sends something again and again, as fast as it is taken, until the connection ends. */
function pump(socket: Socket, bytes: Buffer): void {
  const go = () => {
    while (!socket.destroyed && socket.write(bytes));
  };
  socket.on('drain', go);
  go();
}

async function allOf(socket: Socket): Promise<string> {
  let text = '';
  for await (const piece of socket) text += String(piece);
  return text;
}
