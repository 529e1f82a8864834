import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { isIPv6 } from 'node:net';

/** The receive buffer that is asked of the kernel. */
export const RECEIVE_BUFFER_BYTES = 4 * 1024 * 1024;

/** Binds a UDP socket with a large receive buffer. Rejects with an error that names protocol, address and port. */
export async function bindUdp(host: string, port: number): Promise<Socket> {
  const socket = createSocket({ type: isIPv6(host) ? 'udp6' : 'udp4', recvBufferSize: RECEIVE_BUFFER_BYTES });
  socket.bind(port, host);
  try {
    await once(socket, 'listening');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : error;
    const reason = code === 'EADDRINUSE' ? 'it is in use' : String(code);
    throw new Error(`cannot listen on UDP ${host} port ${port}: ${reason}`, { cause: error });
  }
  return socket;
}

/** Datagrams that the kernel dropped because nobody read them in time, of all sockets on this port (Linux; else 0). */
export async function kernelDrops(port: number): Promise<number> {
  const tables = await Promise.allSettled([
    readFile('/proc/net/udp', 'utf8'),
    readFile('/proc/net/udp6', 'utf8'),
  ]);
  const lines = tables.flatMap((table) => (table.status === 'fulfilled' ? table.value.split('\n') : []));
  const local = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  let drops = 0;
  for (const line of lines) {
    const fields = line.trim().split(/\s+/);
    if (fields[1]?.endsWith(local)) drops += Number(fields.at(-1));
  }
  return drops;
}
