import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runWith } from './testing/recorded-world.js';
import { SmallOmc } from './testing/small-omc.js';

const REFUSED = 'DSP NE: NE=a;';
const LIST = 'LST NE:;';
const BAD = 'DSP NE: NE=x;';
const rows = [{ NE: 'eNB-1', PORT: 7001 }];

let omc: SmallOmc;
let folder: string;
let env: Record<string, string>;

beforeEach(async () => {
  omc = new SmallOmc({
    [LIST]: { status: 200, body: { retcode: 0, report: 'the list\n', rows } },
    [BAD]: { status: 200, body: { retcode: 5, report: 'not there\n', rows: [] } },
    'LST NE': { status: 200, body: { retcode: 1, report: 'syntax\n', rows: [] } },
    'LST ALMAF: CNT 5;': { status: 200, body: { retcode: 1, report: 'syntax\n', rows: [] } },
    'HLP:;': {
      status: 400,
      body: { type: 'about:blank', title: 'Bad', detail: 'no \u001bthanks', status: 400 },
    },
    'LST ALMAF:;': { status: 401 },
    'RST OMC:;': 'gone',
    'RMV NE: NE=eNB-1, CONFIRM=Y;': { status: 200, body: { retcode: 0, report: 'gone\n', rows: [] } },
    [REFUSED]: {
      status: 200,
      body: { retcode: 5, report: '%%x%%\nRETCODE = 5  Not found: NE: a is not registered\n', rows: [] },
    },
  });
  folder = await mkdtemp(path.join(tmpdir(), 'omc-mml-'));
  env = { OMC_PORT: String(await omc.listen()), OMC_PASSWORD: 'secret:1', OMC_DATA_DIR: folder };
});

afterEach(async () => {
  await omc.close();
  await rm(folder, { recursive: true });
});

async function write(name: string, content: string, mode = 0o600): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, content);
  await chmod(file, mode);
  return file;
}

describe('omc-mml -e', () => {
  it('signs in, runs the command, prints its report and signs out', async () => {
    expect(await runWith(['-e', 'lst ne;'], env)).toEqual({ status: 0, stdout: 'the list\n', stderr: '' });
    expect(omc.asked).toEqual(['POST /api/v1/session', `POST /api/v1/mml ${LIST}`, 'DELETE /api/v1/session']);
  });

  it('runs several, one by one, and ends with 1 where one failed', async () => {
    const { status, stdout } = await runWith(['-e', `${BAD} ${LIST}`, '-e', 'lst ne'], env);
    expect({ status, stdout }).toEqual({ status: 1, stdout: 'not there\n\nthe list\n\nthe list\n' });
  });

  it('leaves a syntax error to the OMC, which reports it', async () => {
    const { status, stdout } = await runWith(['-e', 'LST ALMAF: CNT 5;'], env);
    expect({ status, stdout }).toEqual({ status: 1, stdout: 'syntax\n' });
  });

  it('prints codes and rows as JSON lines', async () => {
    const { status, stdout } = await runWith(['--json', '-e', `${LIST}${BAD}`], env);
    expect(status).toBe(1);
    expect(
      stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual([
      { retcode: 0, rows },
      { retcode: 5, rows: [] },
    ]);
  });

  it('says in JSON why a command failed, in the words of its report', async () => {
    const { stdout } = await runWith(['--json', '-e', REFUSED], env);
    expect(JSON.parse(stdout)).toEqual({
      retcode: 5,
      rows: [],
      reason: 'Not found: NE: a is not registered',
    });
  });

  it('goes on after a request that the OMC refuses, and ends with 1', async () => {
    const { status, stdout, stderr } = await runWith(['-e', 'HLP;LST NE;'], env);
    expect({ status, stdout }).toEqual({ status: 1, stdout: 'the list\n' });
    expect(stderr).toBe(`omc-mml: the OMC at 127.0.0.1:${env['OMC_PORT']} refused: no \\u{1B}thanks\n`);
  });

  it('stops where the session has ended', async () => {
    const { status, stdout } = await runWith(['-e', 'LST ALMAF;LST NE;'], env);
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
    expect(omc.asked).toHaveLength(2);
  });
});

describe('omc-mml with a script', () => {
  it('runs the commands of a file, over lines and with comments', async () => {
    const file = await write('script.mml', '// all NEs\nlst\n  ne;\nLST NE:;\n');
    expect(await runWith([file], env)).toMatchObject({ status: 0, stdout: 'the list\n\nthe list\n' });
  });

  it('ends at LGO, as a session over TCP does', async () => {
    const { status, stdout } = await runWith([], env, { piped: 'lst ne; LGO:; HLP:;' });
    expect({ status, stdout }).toEqual({ status: 0, stdout: 'the list\n' });
    expect(omc.asked.at(-1)).toBe('DELETE /api/v1/session');
  });

  it('runs what is piped in', async () => {
    expect(await runWith([], env, { piped: 'LST NE' })).toMatchObject({ status: 0, stdout: 'the list\n' });
    expect(await runWith(['-'], env, { piped: 'LST NE' })).toMatchObject({ status: 0, stdout: 'the list\n' });
  });

  it('has nothing to do where there is no command', async () => {
    expect(await runWith([], env, { piped: '// nothing\n' })).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(omc.asked).toEqual([]);
  });

  it('ends with 2 where the file cannot be read', async () => {
    const { status, stderr } = await runWith([path.join(folder, 'none.mml')], env);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^omc-mml: cannot read the commands: \/.*none\.mml: no such file\n$/);
  });
});

describe('omc-mml at a terminal', () => {
  it('runs each command when it is complete, until the person leaves', async () => {
    const typed = ['lst', ' ne', ';', '', BAD, 'exit', LIST, ''].join('\n');
    const { status, stdout } = await runWith([], env, { typed });
    expect(status).toBe(1);
    expect(stdout).toBe(
      `OMC at 127.0.0.1:${env['OMC_PORT']} as admin (admin). Commands end with ;  HLP:; lists them, exit leaves.\n` +
        'MML>   ->   -> the list\nMML> MML> not there\nMML> ',
    );
    expect(omc.asked.at(-1)).toBe('DELETE /api/v1/session');
  });

  it('does not wait for more where more cannot mend it', async () => {
    const { stdout } = await runWith([], env, { typed: 'LST ALMAF: CNT 5;\nLGO:;\n' });
    expect(stdout).toContain('MML> syntax\nMML> ');
  });

  it('asks about a dangerous command until the answer is Y or N, and says where it was not run', async () => {
    const lines = ['RMV NE: NE=eNB-1;', 'what?', '', 'n', 'RMV NE: NE=eNB-1;', 'Y', 'lst ne;'];
    const typed = lines.map((line) => `${line}\n`);
    const { stdout, stderr } = await runWith([], env, { typed });
    expect(stdout.match(/Remove NE eNB-1 and clear its alarms\? \(Y\/N\) /g)).toHaveLength(4);
    expect(stderr).toBe('omc-mml: not run: RMV NE: NE=eNB-1;\n');
    expect(omc.asked.slice(1, 3)).toEqual([
      'POST /api/v1/mml RMV NE: NE=eNB-1, CONFIRM=Y;',
      `POST /api/v1/mml ${LIST}`,
    ]);
  });

  it('does not run a dangerous command whose question the input ends at', async () => {
    const { stderr } = await runWith([], env, { typed: 'RMV NE: NE=eNB-1;\n' });
    expect(stderr).toBe('omc-mml: not run: RMV NE: NE=eNB-1;\n');
    expect(omc.asked.some((asked) => asked.includes('RMV NE'))).toBe(false);
  });

  it('stays where the OMC does not answer, and tries again with the next command', async () => {
    const { stdout, stderr, status } = await runWith([], env, { typed: 'RST OMC:;\nlst ne;\n' });
    expect(stderr).toMatch(
      /lost the OMC at 127\.0\.0\.1:\d+: connection broken off\n.*The next command tries again\.\n$/,
    );
    expect(stdout).toContain('the list');
    expect(status).toBe(3);
  });

  it('leaves at the end of the input', async () => {
    expect(await runWith([], env, { typed: '' })).toMatchObject({ status: 0 });
    expect(omc.asked).toEqual(['POST /api/v1/session', 'DELETE /api/v1/session']);
  });
});

describe('omc-mml signs in', () => {
  const args = ['-e', LIST];

  it('with OMC_ADMIN_PASSWORD where there is no OMC_PASSWORD', async () => {
    const { OMC_PASSWORD: password = '', ...others } = env;
    expect(await runWith(args, { ...others, OMC_ADMIN_PASSWORD: password })).toMatchObject({ status: 0 });
  });

  it('with the credentials file in the data folder where the environment has no password', async () => {
    await write('credentials', 'admin:secret:1\n');
    expect(await runWith(args, { ...env, OMC_PASSWORD: '' })).toMatchObject({ status: 0, stderr: '' });
  });

  it('with a file that was named, before the environment', async () => {
    const file = await write('mine', 'ops:secret:1');
    expect(await runWith(['--credentials', file, ...args], { ...env, OMC_PASSWORD: 'wrong' })).toMatchObject({
      status: 0,
    });
  });

  it.each([0o640, 0o604, 0o644, 0o700])('not with a credentials file of mode %o', async (mode) => {
    const file = await write('credentials', 'admin:secret:1', mode);
    const { status, stderr } = await runWith(args, { ...env, OMC_PASSWORD: '' });
    expect(status).toBe(3);
    expect(stderr).toContain(`127.0.0.1:${env['OMC_PORT']}`);
    expect(stderr).toContain(`${file} must have mode 0600, it has 0${mode.toString(8)}: chmod 600 ${file}`);
    expect(omc.asked).toEqual([]);
  });

  it.each([
    ['admin', 'must hold one line user:password'],
    ['ops:secret:1', 'holds the password of ops, OMC_USER is admin'],
  ])('not with a credentials file that holds %j, which is not printed', async (content, reason) => {
    const file = await write('credentials', content);
    const { status, stderr } = await runWith(args, { ...env, OMC_PASSWORD: '', OMC_USER: 'admin' });
    expect({ status, stderr }).toEqual({
      status: 3,
      stderr: expect.stringContaining(`${file} ${reason}`),
    });
    expect(stderr).not.toContain('secret');
  });

  it('not without any password, and says where one can come from', async () => {
    const { status, stderr } = await runWith(args, { ...env, OMC_PASSWORD: '' });
    expect(status).toBe(3);
    expect(stderr).toContain(
      `no password: cannot read the credentials file: ${folder}/credentials: no such file;`,
    );
    expect(stderr).toContain('set OMC_PASSWORD or OMC_ADMIN_PASSWORD');
  });

  it('not with a wrong password, and names the OMC and the user', async () => {
    const { status, stderr } = await runWith(args, { ...env, OMC_PASSWORD: 'wr0ng', OMC_USER: 'ops' });
    expect({ status, stderr }).toEqual({
      status: 3,
      stderr: `omc-mml: cannot sign in to the OMC at 127.0.0.1:${env['OMC_PORT']} as ops: Wrong user or password\n`,
    });
  });

  it('not where nobody listens, and names the address and the reason', async () => {
    const silent = new SmallOmc({});
    const port = await silent.listen();
    await silent.close();
    expect(await runWith(args, { ...env, OMC_PORT: String(port) })).toEqual({
      status: 3,
      stdout: '',
      stderr: `omc-mml: cannot reach the OMC at 127.0.0.1:${port}: connection refused\n`,
    });
  });
});

describe('omc-mml called wrongly', () => {
  it.each([
    [['--unknown'], /there is no option --unknown/],
    [['-e', 'HLP;', 'file.mml'], /not both/],
    [['one', 'two'], /give one FILE at most/],
  ])('with %j ends with 2', async (args, message) => {
    const { status, stderr } = await runWith(args, env);
    expect(status).toBe(2);
    expect(stderr).toMatch(message);
  });

  it.each(['0', '65536', 'x', '3000.5'])('with OMC_PORT=%s ends with 2', async (port) => {
    const { status, stderr } = await runWith(['-e', LIST], { ...env, OMC_PORT: port });
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: `omc-mml: OMC_PORT must be an integer from 1 to 65535; it is ${port}\n`,
    });
  });

  it('prints help that names every variable, and ends with 0', async () => {
    const { status, stdout } = await runWith(['--help'], {});
    expect(status).toBe(0);
    for (const name of [
      'OMC_HOST',
      'OMC_PORT',
      'OMC_USER',
      'OMC_PASSWORD',
      'OMC_ADMIN_PASSWORD',
      'OMC_DATA_DIR',
    ])
      expect(stdout).toContain(name);
  });
});
