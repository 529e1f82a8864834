import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
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

/** The receive buffer that the kernel granted, in bytes of what was asked for. */
export function grantedBuffer(socket: Socket): number {
  const granted = socket.getRecvBufferSize();
  // Linux grants twice of what it says yes to, for its own book-keeping (socket(7)).
  return process.platform === 'linux' ? granted / 2 : granted;
}
