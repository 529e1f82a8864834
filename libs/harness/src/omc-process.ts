import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import http from 'node:http';
import https from 'node:https';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { until } from './until.js';

const MAIN = fileURLToPath(new URL('../../../apps/omc/bundle/omc.js', import.meta.url));

/** USER_HZ, which is 100 on every Linux that Node runs on. */
const TICKS_PER_SECOND = 100;

/** Password of `admin` in every OMC of the tests. */
export const PASSWORD = 'correct horse battery';

/** The real OMC as a process of its own, with ports and a data directory of its own. */
export class OmcProcess {
  readonly dataDir: string;
  readonly port: number;
  readonly trapPort: number;
  readonly mmlPort: number;
  readonly #environment: NodeJS.ProcessEnv;
  #child: ChildProcess | undefined;
  /** Everything that it printed, since the first start. */
  output = '';

  constructor(dataDir: string, ports: readonly [number, number, number], environment: NodeJS.ProcessEnv) {
    this.dataDir = dataDir;
    [this.port, this.trapPort, this.mmlPort] = ports;
    this.#environment = {
      PATH: process.env['PATH'],
      OMC_PORT: String(ports[0]),
      OMC_TRAP_PORT: String(ports[1]),
      OMC_MML_PORT: String(ports[2]),
      OMC_DATA_DIR: dataDir,
      OMC_ADMIN_PASSWORD: PASSWORD,
      ...environment,
    };
  }

  get url(): string {
    const scheme = this.#environment['OMC_TLS_CERT'] === undefined ? 'http' : 'https';
    return `${scheme}://127.0.0.1:${this.port}`;
  }

  /** Process id of the OMC. */
  get pid(): number {
    const pid = this.#child?.pid;
    if (pid === undefined) throw new Error('the OMC is not running');
    return pid;
  }

  /** Processor time that the OMC has used, without its database (Linux). */
  cpuSeconds(): number {
    const fields = readFileSync(`/proc/${this.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
  }

  /** Memory that the OMC holds, without its database, in MiB (Linux). */
  residentMiB(): number {
    const kibibytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${this.pid}/status`, 'utf8'))?.[1];
    return Number(kibibytes) / 1024;
  }

  /** Starts it, and waits until it is ready. */
  async start(): Promise<void> {
    this.launch();
    await until(`the OMC on port ${this.port} to be ready\n`, async () => {
      if (this.#child?.exitCode !== null) throw new Error(`the OMC ended:\n${this.output}`);
      return (await statusOf(`${this.url}/readyz`)) === 200;
    });
  }

  /** Starts it without waiting. */
  launch(): void {
    const child = spawn(process.execPath, [MAIN], {
      env: this.#environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        this.output += chunk.toString();
      });
    this.#child = child;
  }

  /** Sends a signal, and waits for the end; gives the exit status. */
  async end(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    const child = this.#child;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null)
      return child?.exitCode ?? null;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
    return child.exitCode;
  }

  /** Waits until it ends by itself; gives the exit status. */
  async ended(): Promise<number | null> {
    const child = this.#child;
    if (child !== undefined && child.exitCode === null) await once(child, 'close');
    return child?.exitCode ?? null;
  }

  /** Process id of its embedded PostgreSQL server. */
  async databasePid(): Promise<number> {
    const [pid] = (await readFile(join(this.dataDir, 'postgres/postmaster.pid'), 'utf8')).split('\n');
    return Number(pid);
  }

  /** Ends it and removes what it kept. */
  async remove(): Promise<void> {
    await this.end();
    await rm(this.dataDir, { recursive: true, force: true });
  }
}

/** The status of an answer, whoever vouches for the server; undefined where there is none. */
async function statusOf(url: string): Promise<number | undefined> {
  const options = { timeout: 2_000, rejectUnauthorized: false, agent: false } as const;
  const asked = url.startsWith('https') ? https.get(url, options) : http.get(url, options);
  asked.on('timeout', () => asked.destroy());
  try {
    const [response] = (await once(asked, 'response')) as [http.IncomingMessage];
    response.resume();
    return response.statusCode;
  } catch {
    // Not there yet.
    return undefined;
  }
}

/**
 * An OMC that is not started yet, with ports of its own. `environment` adds to what tests have in common. It finds its
 * database made where there is one to copy: making it takes as long as all the rest of a start.
 */
export async function makeOmc(environment: NodeJS.ProcessEnv = {}): Promise<OmcProcess> {
  const omc = await makeFreshOmc(environment);
  const { OMC_PREPARED_DATA: prepared } = process.env;
  // cp keeps the owner, which copying within Node does not.
  if (prepared !== undefined && environment['DATABASE_URL'] === undefined)
    await promisify(execFile)('cp', ['-a', `${prepared}/.`, omc.dataDir]);
  return omc;
}

/** The same with nothing in its data directory, as at the first start of all. */
export async function makeFreshOmc(environment: NodeJS.ProcessEnv = {}): Promise<OmcProcess> {
  const dataDir = await mkdtemp(join(tmpdir(), 'omc-e2e-'));
  // The database server of root's OMC runs as another user, who has to get here.
  await chmod(dataDir, 0o755);
  return new OmcProcess(dataDir, await freePorts(), environment);
}

/**
 * Above the last port that browsers and `fetch` refuse (10080), and below those that the kernel gives to whoever names none,
 * such as the NEs of the same test.
 */
const LOWEST_PORT = 10_081;
const PORTS = 20_000;
const HOST = '127.0.0.1';

/** Three ports that nobody listens on just now, and that nobody is given by chance. */
export async function freePorts(): Promise<[number, number, number]> {
  return [await freePort(), await freePort(), await freePort()];
}

async function freePort(): Promise<number> {
  for (;;) {
    const port = LOWEST_PORT + randomInt(PORTS);
    if ((await listensOnce(createServer().listen(port, HOST))) && (await listensOnce(udpSocket(port))))
      return port;
  }
}

function udpSocket(port: number): Socket {
  const socket = createSocket('udp4');
  socket.bind(port, HOST);
  return socket;
}

/** Whether it could listen; it does no longer. */
async function listensOnce(listener: Server | Socket): Promise<boolean> {
  try {
    await once(listener, 'listening');
  } catch {
    // Somebody else does.
    return false;
  }
  const closed = once(listener, 'close');
  listener.close();
  await closed;
  return true;
}
