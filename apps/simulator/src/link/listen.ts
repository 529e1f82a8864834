import { once } from 'node:events';
import type { AddressInfo, Server } from 'node:net';

const EXPLANATIONS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'something else listens there already',
  EADDRNOTAVAIL: 'this machine has no such address (Linux has all of 127.0.0.0/8)',
  EACCES: 'not allowed; ports below 1024 need rights',
  EMFILE: 'this process may not open more files and sockets (see ulimit -n)',
  ENFILE: 'this machine has no more files and sockets',
};

/** An address at which nothing could listen; the message names it and says why. */
export class ListenError extends Error {
  readonly host: string;
  readonly port: number;

  constructor(host: string, port: number, cause: NodeJS.ErrnoException) {
    const why = EXPLANATIONS[cause.code ?? ''];
    super(`cannot listen on ${host}:${port}: ${cause.code ?? cause.message}${why ? `, ${why}` : ''}`, {
      cause,
    });
    this.name = 'ListenError';
    this.host = host;
    this.port = port;
  }
}

/** Lets a server listen; gives the port, which is chosen by the system where 0 is asked for. Rejects with ListenError. */
export async function listen(server: Server, host: string, port: number): Promise<number> {
  try {
    const listening = once(server, 'listening');
    server.listen({ host, port });
    await listening;
  } catch (cause) {
    throw new ListenError(host, port, cause as NodeJS.ErrnoException);
  }
  return (server.address() as AddressInfo).port;
}
