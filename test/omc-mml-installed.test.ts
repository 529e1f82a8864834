import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { makeOmc, type OmcProcess, PASSWORD } from '@omc/harness';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** What is packed, and installed without a network and without any other package, as a user installs it. */
describe('omc-mml, installed', () => {
  let omc: OmcProcess;
  let folder: string;
  let program: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'omc-mml-'));
    await run('npm', ['pack', '-w', 'apps/mml', '--pack-destination', folder], { cwd: ROOT });
    const [archive = ''] = (await readdir(folder)).filter((file) => file.endsWith('.tgz'));
    const prefix = join(folder, 'prefix');
    await run('npm', ['i', '-g', '--offline', '--no-audit', '--prefix', prefix, join(folder, archive)]);
    program = join(prefix, 'bin/omc-mml');
    omc = await makeOmc();
    await omc.start();
  });

  afterAll(async () => {
    await omc?.remove();
    await rm(folder, { recursive: true, force: true });
  });

  const environment = (more: NodeJS.ProcessEnv = {}) => ({
    ...{ PATH: process.env['PATH'], HOME: folder, OMC_DATA_DIR: folder, OMC_PORT: String(omc.port) },
    ...more,
  });

  /** Runs it; `input` is what it reads. */
  async function mml(args: readonly string[], env: NodeJS.ProcessEnv, input = '') {
    const child = spawn(program, args, { env: environment(env), stdio: ['pipe', 'pipe', 'pipe'] });
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (text: Buffer) => {
      stdout += text.toString();
    });
    child.stderr.on('data', (text: Buffer) => {
      stderr += text.toString();
    });
    child.stdin.end(input);
    const [status] = (await once(child, 'close')) as [number];
    return { status, stdout, stderr };
  }

  it('runs commands, and ends with 0', async () => {
    const ran = await mml(['-e', 'LST NE:;'], { OMC_PASSWORD: PASSWORD });
    expect(ran).toMatchObject({ status: 0, stderr: '' });
    expect(ran.stdout).toContain('RETCODE = 0  Operation succeeded');
  });

  it('runs a script to its end beyond a command that fails, and ends with 1', async () => {
    const script = join(folder, 'script.mml');
    await writeFile(
      script,
      '// one NE\nADD NE: NE=eNB-1, IP=127.0.0.1, PORT=9;\nRMV NE: NE=eNB-1;\nLST NE:;\n',
    );
    const ran = await mml([script], { OMC_PASSWORD: PASSWORD });
    expect(ran.status).toBe(1);
    expect(ran.stderr).toBe('omc-mml: not run, it needs CONFIRM=Y: RMV NE: NE=eNB-1;\n');
    expect(ran.stdout).toMatch(/RETCODE = 0 [\s\S]*\n {2}NE {2}= {2}eNB-1\n|\bNE {2}= {2}eNB-1\n/);
    const gone = await mml(
      ['-'],
      { OMC_PASSWORD: PASSWORD },
      'RMV NE: NE=eNB-1, CONFIRM=Y; DSP NE: NE=eNB-1;',
    );
    expect(gone.status).toBe(1);
    expect(gone.stdout.match(/^RETCODE = \d/gm)).toEqual(['RETCODE = 0', 'RETCODE = 5']);
  });

  it('gives rows as data', async () => {
    const { stdout } = await mml(['--json', '-e', 'HLP:;'], { OMC_PASSWORD: PASSWORD });
    expect(JSON.parse(stdout)).toMatchObject({ retcode: 0, rows: expect.arrayContaining([]) });
  });

  it('takes the password from a file that is only its owner’s, which no list of processes shows', async () => {
    const file = join(folder, 'secret');
    await writeFile(file, `admin:${PASSWORD}\n`, { mode: 0o600 });
    const child = spawn(program, ['--credentials', file], {
      env: environment(),
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    const shown = await readFile(`/proc/${child.pid}/cmdline`, 'utf8');
    child.stdin.end('LST NE:;');
    child.stdout.resume();
    expect(shown).not.toContain(PASSWORD);
    expect(await once(child, 'close')).toEqual([0, null]);
    await chmod(file, 0o640);
    const refused = await mml(['--credentials', file, '-e', 'LST NE:;'], {});
    expect(refused.status).toBe(3);
    expect(refused.stderr).toContain('must have mode 0600, it has 0640');
  });
});
