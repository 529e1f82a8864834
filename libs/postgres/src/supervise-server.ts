import { asStartError } from './as-start-error.js';
import type { EmbeddedPostgres } from './embedded-postgres.js';
import type { ServerProcess } from './server-process.js';

/** The running server as its user sees it; `cleanUp` is called once when it has ended, whoever ended it. */
export function superviseServer(
  server: ServerProcess,
  urls: Pick<EmbeddedPostgres, 'url' | 'runtimeUrl'>,
  cleanUp: () => Promise<void>,
): EmbeddedPostgres {
  let stopping: Promise<void> | undefined;
  const conclude = async (): Promise<Error | undefined> => {
    const end = await server.ended;
    await cleanUp();
    return stopping !== undefined ? undefined : unexpected(end, server.lastLines());
  };
  const exited = conclude().catch(asStartError);
  const stop = async () => {
    await server.stop();
    await exited;
  };
  return {
    ...urls,
    exited,
    stop: () => {
      stopping ??= stop();
      return stopping;
    },
  };
}

function unexpected(end: string, lines: readonly string[]): Error {
  const said = lines.slice(-10).map((line) => `\n  | ${line}`);
  return new Error(`PostgreSQL ended unexpectedly (${end}).${said.join('')}`);
}
