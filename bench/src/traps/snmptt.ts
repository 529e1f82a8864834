import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { cpuSecondsOf } from '../measure/cpu-seconds-of.js';
import { rounded } from '../measure/rounded.js';

const BASE = '.1.3.6.1.4.1.32473.1';
const LOOK_EVERY_MS = 50;

/** How long snmptt's daemon takes for a spool of traps, which stand there as its handler would have put them. */
export async function drainWithSnmptt(program: string, traps: number) {
  const folder = await mkdtemp(join(tmpdir(), 'omc-bench-snmptt-'));
  const spool = join(folder, 'spool/');
  await mkdir(spool);
  await writeFile(join(folder, 'snmptt.conf'), mapping);
  await writeFile(join(folder, 'snmptt.ini'), settings(folder, spool));
  const names = Array.from(
    { length: traps },
    (_, i) => `#snmptt-trap-1700000000${String(i).padStart(6, '0')}`,
  );
  for (const [i, name] of names.entries()) await writeFile(join(spool, name), spooled(i));
  const startedAt = performance.now();
  const child = spawn(program, [`--ini=${join(folder, 'snmptt.ini')}`, '--daemon'], { stdio: 'ignore' });
  try {
    while ((await readdir(spool)).length > 0) {
      if (child.exitCode !== null) throw new Error(`${program} ended by itself`);
      await pause(LOOK_EVERY_MS);
    }
    const seconds = (performance.now() - startedAt) / 1000;
    const cpu = cpuSecondsOf(child.pid ?? 0);
    return {
      traps,
      perSecond: Math.round(traps / seconds),
      cpuMicrosecondsPerTrap: rounded((cpu / traps) * 1e6),
    };
  } finally {
    if (child.exitCode === null) {
      child.kill();
      await once(child, 'exit');
    }
    await rm(folder, { recursive: true });
  }
}

function spooled(i: number): string {
  return [
    '1700000000',
    'localhost',
    'UDP: [127.0.0.1]:40000->[127.0.0.1]:162',
    '.1.3.6.1.2.1.1.3.0 0:0:00:00.00',
    `.1.3.6.1.6.3.1.1.4.1.0 ${BASE}.0.1`,
    `${BASE}.1.1.0 "traps-${i % 2000}"`,
    `${BASE}.1.2.0 "Cell=1"`,
    `${BASE}.1.3.0 29240`,
    `${BASE}.1.4.0 1`,
    `${BASE}.1.5.0 "1970-01-01T00:00:00.000Z"`,
    `${BASE}.1.6.0 4`,
    `${BASE}.1.7.0 "no carrier"`,
    '',
  ].join('\n');
}

const mapping = `EVENT omcAlarm ${BASE}.0.1 "Status Events" Major\nFORMAT $1 $2 alarm $3 state $4 severity $6: $7\n`;

/** The daemon as Debian sets it up, but for its folders, a log file alone, and no waiting between two looks. */
function settings(folder: string, spool: string): string {
  return `[General]
mode = daemon
multiple_event = 1
dns_enable = 0
net_snmp_perl_enable = 0
[DaemonMode]
daemon_fork = 0
pid_file = ${folder}/pid
spool_directory = ${spool}
sleep = 1
use_trap_time = 1
keep_unlogged_traps = 1
duplicate_trap_window = 0
[Logging]
log_enable = 1
log_file = ${folder}/snmptt.log
log_system_enable = 0
unknown_trap_log_enable = 0
statistics_interval = 0
syslog_enable = 0
syslog_system_enable = 0
[TrapFiles]
snmptt_conf_files = <<END
${folder}/snmptt.conf
END
`;
}
