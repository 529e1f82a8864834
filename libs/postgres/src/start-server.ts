import { setTimeout as delay } from 'node:timers/promises';
import { adviceFor } from './advice.js';
import { freePort } from './free-port.js';
import type { Binaries } from './platform-binaries.js';
import { PostgresStartError } from './postgres-start-error.js';
import { readPostmasterFile } from './postmaster-file.js';
import { launchServer, type ServerProcess } from './server-process.js';
import { serverArgs } from './server-settings.js';
import type { ServerUser } from './server-user.js';

/** A server that is wanted for a cluster. */
export interface WantedServer {
  readonly cluster: string;
  readonly binaries: Binaries;
  readonly user: ServerUser | undefined;
  readonly settings: Readonly<Record<string, string>>;
  readonly hear: (line: string) => void;
  readonly onProgress: (line: string) => void;
  /** Proposes a port for each attempt. */
  readonly choosePort?: () => Promise<number>;
}

/** Goes away by itself: a port taken in between; children of a killed server that have not noticed yet. */
const PASSING =
  /could not create any TCP\/IP sockets|Address already in use|shared memory block .* is still in use/;
const ATTEMPTS = 30;
const PAUSE_MS = 200;
const POLL_MS = 10;

/** Starts the server on a free port and waits until it takes connections. Throws PostgresStartError. */
export async function startServer(wanted: WantedServer): Promise<{ server: ServerProcess; port: number }> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await (wanted.choosePort ?? freePort)();
    const server = await launch(wanted, port);
    const end = await readyOrEnd(server, wanted.cluster);
    if (end === undefined) return { server, port };
    const lines = server.lastLines();
    if (attempt === ATTEMPTS || !lines.some((line) => PASSING.test(line))) {
      throw new PostgresStartError(`PostgreSQL did not start (${end}):`, adviceFor(lines), { lines });
    }
    await delay(PAUSE_MS);
  }
}

function launch(
  { cluster, binaries, user, settings, hear, onProgress }: WantedServer,
  port: number,
): Promise<ServerProcess> {
  const args = serverArgs(cluster, port, settings);
  return launchServer({ binaries, program: 'postgres', args, user }, (line) => {
    hear(line);
    if (/automatic recovery in progress|redo in progress/.test(line)) onProgress(`PostgreSQL: ${line}`);
  });
}

/** `undefined` once the server says in its id file that it is ready; else how it ended. Recovery may take minutes. */
async function readyOrEnd(server: ServerProcess, cluster: string): Promise<string | undefined> {
  let end: string | undefined;
  const ended = server.ended.then((how) => {
    end = how;
  });
  while (end === undefined) {
    const file = await readPostmasterFile(cluster);
    if (file?.ready && file.pid === server.pid) return undefined;
    await Promise.race([ended, delay(POLL_MS)]);
  }
  return end;
}
