import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { makeOmc, type OmcProcess, PASSWORD } from '@omc/harness';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const start = promisify(execFile);
const MAIN = fileURLToPath(new URL('../apps/mml/dist/main.js', import.meta.url));

/** How every script begins: what does not come in time ends it with 9, and so does an end that nobody expected. */
const PRELUDE = `
set timeout 30
log_user 1
expect_after {
  timeout { send_user "\\nTIMEOUT\\n"; exit 9 }
  eof { send_user "\\nUNEXPECTED END\\n"; exit 9 }
}
# Runs a command, and gives the RETCODE of its report.
proc retcode {command} {
  send -- "$command\\r"
  expect -re {RETCODE = (\\d+) }
  set code $expect_out(1,string)
  expect -- "---    END"
  return $code
}
`;

/** What automation of network elements has always been done with: scripts that wait for texts, and answer them. */
describe('expect scripts', () => {
  let omc: OmcProcess;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'omc-expect-'));
    omc = await makeOmc();
    await omc.start();
  });

  afterAll(async () => {
    await omc?.remove();
    await rm(folder, { recursive: true, force: true });
  });

  async function run(script: string): Promise<{ readonly code: number; readonly shown: string }> {
    const file = join(folder, 'script.exp');
    await writeFile(file, PRELUDE + script);
    const env = {
      ...{ PATH: process.env['PATH'], HOME: folder, PAGER: 'cat', NODE: process.execPath, MAIN },
      ...{ OMC_PORT: String(omc.port), MML_PORT: String(omc.mmlPort), OMC_PASSWORD: PASSWORD },
    };
    const { code, stdout } = await start('expect', [file], { env }).then(
      (done) => ({ ...done, code: 0 }),
      (failed: { readonly code: number; readonly stdout: string }) => failed,
    );
    return { code, shown: stdout.replaceAll('\r', '') };
  }

  it('log in over TCP, work by the RETCODE of each report, and log out', async () => {
    const { code, shown } = await run(`
      package require Tcl
      set channel [socket 127.0.0.1 $env(MML_PORT)]
      fconfigure $channel -translation binary -buffering none
      spawn -open $channel
      if {[retcode {LST NE:;}] != 6} { exit 1 }
      if {[retcode "LGI: OP=\\"admin\\", PWD=\\"wrong wrong 1\\";"] != 6} { exit 2 }
      if {[retcode "LGI: OP=\\"admin\\", PWD=\\"$env(OMC_PASSWORD)\\";"] != 0} { exit 3 }
      foreach ne {eNB-1 eNB-2} {
        if {[retcode "ADD NE: NE=$ne, IP=127.0.0.1, PORT=9;"] != 0} { exit 4 }
      }
      if {[retcode {ADD NE: NE=eNB-1, IP=127.0.0.1, PORT=9;}] != 7} { exit 5 }
      send "LST NE:;\\r"
      expect -re {\\(Number of results = (\\d+)\\)}
      if {$expect_out(1,string) != 2} { exit 6 }
      expect -- "---    END"
      if {[retcode {RMV NE: NE=eNB-2, CONFIRM=N;}] != 6} { exit 7 }
      if {[retcode {RMV NE: NE=eNB-2, CONFIRM=Y;}] != 0} { exit 8 }
      send "LGO:;\\r"
      expect -re {RETCODE = 0 }
      expect eof { exit 0 }
    `);
    expect(shown).not.toMatch(/TIMEOUT|UNEXPECTED/);
    expect(code).toBe(0);
  });

  it('talk to omc-mml by its prompt, and say N and Y where it asks', async () => {
    const { code, shown } = await run(`
      spawn $env(NODE) $env(MAIN)
      expect "MML> "
      if {[retcode {ADD NE: NE=eNB-7, IP=127.0.0.1, PORT=9;}] != 0} { exit 1 }
      expect "MML> "
      send "RMV NE: NE=eNB-7;\\r"
      expect "Remove NE eNB-7 and clear its alarms? (Y/N) "
      send "N\\r"
      expect "MML> "
      if {[retcode {DSP NE: NE=eNB-7;}] != 0} { exit 2 }
      expect "MML> "
      send "RMV NE: NE=eNB-7;\\r"
      expect "(Y/N) "
      send "Y\\r"
      expect -re {RETCODE = 0 }
      expect "MML> "
      if {[retcode {DSP NE: NE=eNB-7;}] != 5} { exit 3 }
      expect "MML> "
      send "LGO:;\\r"
      expect eof
      # The worst of all RETCODEs was not 0.
      exit [expr {[lindex [wait] 3] == 1 ? 0 : 4}]
    `);
    expect(shown).not.toMatch(/TIMEOUT|UNEXPECTED/);
    expect(code).toBe(0);
  });

  it('are told in Chinese where the locale says so', async () => {
    const { code } = await run(`
      set env(LC_ALL) zh_CN.UTF-8
      spawn $env(NODE) $env(MAIN)
      expect "MML> "
      send "RMV NE: NE=eNB-9;\\r"
      expect "(Y/N) "
      if {![string match "*eNB-9*" $expect_out(buffer)]} { exit 1 }
      if {[string match "*Remove*" $expect_out(buffer)]} { exit 2 }
      send "N\\r"
      expect "MML> "
      send "exit\\r"
      expect eof
      exit [lindex [wait] 3]
    `);
    expect(code).toBe(0);
  });
});
