import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePorts, until } from '@omc/harness';
import { cpuSecondsOf } from '../measure/cpu-seconds-of.js';
import { countLines } from './count-lines.js';
import type { TrapSink } from './trap-sink.js';
import { udpDrops } from './udp-drops.js';

/** What marks the line of a trap in snmptrapd's file. */
const MARK = 'TRAP2';

/** Debian's snmptrapd, which writes each trap as a line of a file; with the same receive buffer as the OMC. */
export async function startSnmptrapd(program: string): Promise<TrapSink & { end(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'omc-bench-snmptrapd-'));
  const [port] = await freePorts();
  const [conf, file] = [join(folder, 'snmptrapd.conf'), join(folder, 'traps')];
  await writeFile(conf, `disableAuthorization yes\nserverRecvBuf ${4 * 1024 * 1024}\ndoNotFork yes\n`);
  await writeFile(file, '');
  const args = ['-f', '-n', '-On', '-C', '-c', conf, '-Lf', file, '-F', `${MARK} %v\\n`];
  const child = spawn(program, [...args, '-p', join(folder, 'pid'), `udp:127.0.0.1:${port}`], {
    // No MIBs: numbers are quicker to write than names.
    env: { PATH: process.env['PATH'], MIBS: '', SNMP_PERSISTENT_DIR: folder },
    stdio: 'ignore',
  });
  const { pid } = child;
  if (pid === undefined) throw new Error(`${program} cannot be started`);
  const lines = countLines(file, MARK);
  await until('snmptrapd to listen', async () => (await udpDrops(port)) !== undefined);
  return {
    port,
    cpuSeconds: () => cpuSecondsOf(pid),
    kept: lines,
    dropped: async () => (await udpDrops(port)) ?? 0,
    rejected: async () => 0,
    end: async () => {
      if (child.exitCode === null) {
        child.kill();
        await once(child, 'exit');
      }
      await rm(folder, { recursive: true });
    },
  };
}
