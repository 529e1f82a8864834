import { connect } from 'node:net';
import { MmlClient, makeOmc, OmcClient, type OmcProcess, PASSWORD, retcodeOf, until } from '@omc/harness';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

describe('MML over TCP', () => {
  let omc: OmcProcess;

  beforeAll(async () => {
    omc = await makeOmc();
    await omc.start();
  });

  afterAll(async () => omc?.remove());

  it('runs commands from LGI to LGO, each answered in the frame, as REST sees it too', async () => {
    const client = await MmlClient.connect(omc.mmlPort);
    const login = await client.run(`LGI: OP="admin", PWD="${PASSWORD}";`);
    expect(login).toMatch(
      /^\+\+\+ {4}OMC {8}\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\nO&M {4}#\d+\n%%LGI: OP="admin", PWD=\*\*\*\*\*;%%\nRETCODE = 0 {2}Operation succeeded\n\n--- {4}END\n$/,
    );
    client.socket.write('add ne: ne=eNB-1,\r\n  ip=127.0.0.1, port=7001; LST NE:;\r\n');
    expect(retcodeOf(await client.report())).toBe(0);
    expect(await client.report()).toContain('  NE  =  eNB-1\r\n');
    const rest = await OmcClient.signIn(omc.url);
    expect((await rest.get('/api/v1/nes/eNB-1')).status).toBe(200);
    expect(retcodeOf(await client.run('RMV NE: NE="eNB-1";'))).toBe(0);
    expect((await rest.get('/api/v1/nes/eNB-1')).status).toBe(404);
    expect(retcodeOf(await client.run('LGO:;'))).toBe(0);
    await client.ended();
  });

  it('answers a wrong password with RETCODE 6, and writes no password to the log', async () => {
    const client = await MmlClient.connect(omc.mmlPort);
    expect(retcodeOf(await client.run('LGI: OP="admin", PWD="hunter2hunter2";'))).toBe(6);
    expect(retcodeOf(await client.run('LGI: OP="admin", PWD="hunter2hunter2;'))).toBe(1);
    expect(omc.output).not.toContain('hunter2');
    client.socket.destroy();
  });

  it('stays well and answers others, whatever bytes come', async () => {
    const bytes = fc.uint8Array({ maxLength: 400 });
    const telnet = fc.constantFrom(255, 251, 252, 253, 254, 250, 240, 244, 0, 13, 10);
    const scraps = fc.constantFrom(
      'LGI:',
      'LST NE',
      ' OP="',
      '";',
      ';',
      '/*',
      '*/',
      '//',
      '\\',
      '&&',
      '中',
      '\r\n',
    );
    const input = fc.oneof(
      bytes.map((each) => Buffer.from(each)),
      fc.array(telnet, { maxLength: 200 }).map((each) => Buffer.from(each)),
      fc.array(scraps, { maxLength: 100 }).map((each) => Buffer.from(each.join(''))),
    );
    const known = await MmlClient.logIn(omc.mmlPort);
    await fc.assert(
      fc.asyncProperty(
        fc.array(input, { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        async (pieces, login) => {
          const noisy = login ? await MmlClient.logIn(omc.mmlPort) : await MmlClient.connect(omc.mmlPort);
          for (const piece of pieces) noisy.socket.write(piece);
          noisy.socket.end();
          await noisy.ended();
          expect(retcodeOf(await known.run('LST NE:;'))).toBe(0);
        },
      ),
      { numRuns: 60, seed: 20_261_123 },
    );
    expect(omc.output).not.toMatch(/"level":(50|60)/);
    expect(retcodeOf(await known.run('LGO:;'))).toBe(0);
    await known.ended();
  });

  it('answers 200 sessions while as many others send harm, or take nothing of what they asked for', async () => {
    const sessions: MmlClient[] = [];
    // More than five tries at once for one user are taken for guessing.
    while (sessions.length < 200)
      sessions.push(...(await Promise.all(Array.from({ length: 4 }, () => MmlClient.logIn(omc.mmlPort)))));
    const before = omc.residentMiB();
    const oneTooMany = await MmlClient.connect(omc.mmlPort);
    expect(await oneTooMany.run(`LGI: OP="admin", PWD="${PASSWORD}";`)).toContain(
      'RETCODE = 6  Not allowed: there are too many sessions',
    );
    const harm = [
      '',
      'LGI: OP="admin", P',
      'x'.repeat(100_000),
      Buffer.from(Array.from({ length: 20_000 }, (_, at) => (at * 151 + (at >> 5)) % 256)),
      Buffer.alloc(100_000),
      Buffer.alloc(60_000, Uint8Array.of(255, 253, 1, 255, 251, 3)),
      'LST NE:;'.repeat(300),
    ];
    const hostile = Array.from({ length: 200 }, (_, at) => {
      const socket = connect(omc.mmlPort, '127.0.0.1').on('error', () => undefined);
      socket.pause().write(harm[at % harm.length] ?? '');
      return socket;
    });
    // Each of these would be some 15 MB of reports.
    const deaf = sessions.slice(0, 20);
    for (const { socket } of deaf) socket.pause().write('HLP:;'.repeat(5_000));
    const others = sessions.slice(20);
    const answers = await Promise.all(others.map((each) => each.run('LST NE:;')));
    expect(new Set(answers.map(retcodeOf))).toEqual(new Set([0]));
    expect(omc.residentMiB() - before).toBeLessThan(150);
    const farewells = await Promise.all(others.map((each) => each.run('LGO:;')));
    expect(new Set(farewells.map(retcodeOf))).toEqual(new Set([0]));
    for (const { socket } of deaf) socket.destroy();
    for (const socket of hostile) socket.destroy();
    oneTooMany.socket.destroy();
    const again = await MmlClient.logIn(omc.mmlPort);
    expect(retcodeOf(await again.run('LST NE:;'))).toBe(0);
    again.socket.destroy();
  });

  it('ends with the OMC, at once, whoever is connected', async () => {
    const known = await MmlClient.logIn(omc.mmlPort);
    const stranger = connect(omc.mmlPort, '127.0.0.1').on('error', () => undefined);
    await until('the stranger', () => stranger.readyState === 'open');
    const since = performance.now();
    expect(await omc.end()).toBe(0);
    expect(performance.now() - since).toBeLessThan(5_000);
    await known.ended();
  });
});
