import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { makeOmc, OmcClient, type OmcProcess, PASSWORD, until } from '@omc/harness';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

const run = promisify(execFile);
const MAIN = fileURLToPath(new URL('../apps/mml/dist/main.js', import.meta.url));

/** A real terminal, of a tmux server of its own. */
class Terminal {
  readonly #server: string;

  constructor(server: string) {
    this.#server = server;
  }

  async open(command: string, columns: number, rows: number): Promise<void> {
    await this.#tmux('-f', '/dev/null', 'new-session', '-d', '-x', `${columns}`, '-y', `${rows}`, command);
  }

  async type(text: string): Promise<void> {
    // tmux takes a semicolon at the end of an argument for the end of its own command.
    await this.#tmux('send-keys', '-l', '--', text.replace(/;$/, '\\;'));
  }

  async press(...keys: readonly string[]): Promise<void> {
    await this.#tmux('send-keys', ...keys);
  }

  async enter(text: string): Promise<void> {
    await this.type(text);
    await this.press('Enter');
  }

  /** With its colours, where that is asked for. */
  screen(...options: readonly '-e'[]): Promise<string> {
    return this.#tmux('capture-pane', '-p', ...options);
  }

  async resize(columns: number, rows: number): Promise<void> {
    await this.#tmux('resize-window', '-x', `${columns}`, '-y', `${rows}`);
  }

  async shows(what: RegExp): Promise<void> {
    await until(`the terminal to show ${what}`, async () => what.test(await this.screen()));
  }

  async close(): Promise<void> {
    await this.#tmux('kill-server');
  }

  async #tmux(...args: readonly string[]): Promise<string> {
    return (await run('tmux', ['-L', this.#server, ...args])).stdout;
  }
}

describe('omc-mml at a terminal', () => {
  let omc: OmcProcess;
  let home: string;
  let terminal: Terminal;

  beforeAll(async () => {
    omc = await makeOmc({ OMC_HANDSHAKE_INTERVAL_S: '0.2' });
    await omc.start();
    const rest = await OmcClient.signIn(omc.url);
    // Nobody is there: its 301 is what is watched.
    await rest.addNe({ id: 'eNB-100001', host: '127.0.0.1', port: 9 });
  });

  afterAll(async () => omc?.remove());

  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'omc-mml-home-'));
    terminal = new Terminal(`omc-${process.pid}-${home.slice(-6)}`);
  });

  afterEach(async () => {
    await terminal.close();
    await rm(home, { recursive: true, force: true });
  });

  const start = (options = '', columns = 120, rows = 24) => {
    const environment = `HOME=${home} PAGER=cat OMC_PORT=${omc.port} OMC_PASSWORD='${PASSWORD}'`;
    return terminal.open(
      `${environment} ${process.execPath} ${MAIN} ${options}; echo ended with $?; cat`,
      columns,
      rows,
    );
  };

  it('completes what is typed, and the names of NEs', async () => {
    await start();
    await terminal.shows(/MML>/);
    await terminal.type('dsp n');
    await terminal.press('Tab');
    await terminal.shows(/MML> dsp NE: ?$/m);
    await terminal.type('n');
    await terminal.press('Tab');
    await terminal.shows(/MML> dsp NE: NE=$/m);
    await terminal.press('Tab');
    await terminal.shows(/MML> dsp NE: NE=eNB-100001$/m);
    await terminal.enter(';');
    await terminal.shows(/State of the NE/);
  });

  it('drops a line with Ctrl-C, and remembers the others for the next time, but no passwords', async () => {
    await start();
    await terminal.shows(/MML>/);
    await terminal.type('LST N');
    await terminal.press('C-c');
    await terminal.enter('HLP: CMD="LST NE";');
    await terminal.shows(/RETCODE = 0/);
    await terminal.enter('ADD SNMPUSR: USER=a, APWD="authentic 17", PPWD=short;');
    await terminal.shows(/RETCODE = 4/);
    await terminal.enter('exit');
    await terminal.shows(/ended with 1/);
    const file = join(home, '.omc_mml_history');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readFile(file, 'utf8')).toBe('HLP: CMD="LST NE";\nexit\n');
    await terminal.close();
    await start();
    await terminal.shows(/MML>/);
    await terminal.press('Up', 'Up', 'Enter');
    await terminal.shows(/MML> HLP: CMD="LST NE";[\s\S]*RETCODE = 0/);
  });

  it('asks before it removes an NE', async () => {
    await start();
    await terminal.shows(/MML>/);
    await terminal.enter('RMV NE: NE=eNB-100001;');
    await terminal.shows(/Remove NE eNB-100001 and clear its alarms\? \(Y\/N\)/);
    await terminal.enter('what?');
    await terminal.shows(/\(Y\/N\) what\?\nRemove NE eNB-100001 and clear its alarms\? \(Y\/N\)$/m);
    await terminal.enter('n');
    await terminal.shows(/\(Y\/N\) n\nomc-mml: not run: RMV NE: NE=eNB-100001;\nMML>/);
    await terminal.enter('RMV NE: NE=eNB-100002;');
    await terminal.shows(/Remove NE eNB-100002 and clear its alarms\? \(Y\/N\)/);
    await terminal.press('C-c');
    await terminal.shows(/omc-mml: not run: RMV NE: NE=eNB-100002;\nMML>/);
    await terminal.enter('RMV NE: NE=nobody;');
    await terminal.shows(/Remove NE nobody/);
    await terminal.enter('y');
    await terminal.shows(/%%RMV NE: NE=nobody, CONFIRM=Y;%%\nRETCODE = 5/);
  });

  it('shows alarms as they come while something is being typed', async () => {
    await start();
    await terminal.shows(/MML>/);
    await terminal.enter('STR ALMRPT: NE=eNB-100002;');
    await terminal.shows(/reported as they come/);
    await terminal.type('LST N');
    const rest = await OmcClient.signIn(omc.url);
    await rest.addNe({ id: 'eNB-100002', host: '127.0.0.1', port: 9 });
    await terminal.shows(/ALARM {2}301 {2}Fault {2}CRITICAL\n[\s\S]*--- {4}END\nMML> LST N$/m);
    await terminal.enter('E: NE=eNB-100002;');
    await terminal.shows(/%%LST NE: NE=eNB-100002;%%/);
  });

  it('watches the active alarms in colours, at any size, until q', async () => {
    await start('--watch', 110, 20);
    await terminal.shows(/NE Is Disconnected/);
    expect(await terminal.screen('-e')).toMatch(/\[1m|\[1;31m/);
    await terminal.resize(50, 9);
    await terminal.shows(/NE Is Disconnected/);
    expect((await terminal.screen()).split('\n').every((line) => line.length <= 50)).toBe(true);
    await terminal.type('q');
    await terminal.shows(/ended with 0/);
  });

  it('says in one line when the OMC is not there', async () => {
    await terminal.open(
      `OMC_PORT=1 OMC_PASSWORD=x ${process.execPath} ${MAIN}; echo ended with $?; cat`,
      120,
      24,
    );
    await terminal.shows(/omc-mml: cannot reach the OMC at 127\.0\.0\.1:1: connection refused\nended with 3/);
  });
});
