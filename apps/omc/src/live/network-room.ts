import type { Socket } from 'socket.io';

/** What of engine.io's connection tells how much waits for a client's network; its types hide it. */
interface Connection {
  readonly writeBuffer: readonly { readonly data?: { readonly length: number } }[];
  readonly transport: {
    readonly socket?: { readonly bufferedAmount?: number };
    once(event: 'drain', heard: () => void): void;
    off(event: 'drain', heard: () => void): void;
  };
  on(event: 'upgrade' | 'close', heard: () => void): void;
  off(event: 'upgrade' | 'close', heard: () => void): void;
}

type AnySocket = Pick<Socket, 'conn' | 'connected'>;

/** With less than this waiting, more is given to a client. */
const LITTLE_BYTES = 64 * 1024;

/** Bytes that wait in this process for a client's network. */
export function waitingBytes(socket: AnySocket): number {
  const { writeBuffer, transport } = socket.conn as unknown as Connection;
  let bytes = transport.socket?.bufferedAmount ?? 0;
  for (const { data } of writeBuffer) bytes += data?.length ?? 0;
  return bytes;
}

/** Resolves when a client's network has taken nearly everything that was sent, or the client is gone. */
export function roomFor(socket: AnySocket): Promise<void> {
  const isThere = () => !socket.connected || waitingBytes(socket) < LITTLE_BYTES;
  if (isThere()) return Promise.resolve();
  const connection = socket.conn as unknown as Connection;
  return new Promise((resolve) => {
    let { transport } = connection;
    const listen = () => {
      transport.off('drain', look);
      transport = connection.transport;
      transport.once('drain', look);
    };
    const leave = () => {
      transport.off('drain', look);
      connection.off('upgrade', look);
      connection.off('close', leave);
      resolve();
    };
    const look = () => (isThere() ? leave() : listen());
    connection.on('upgrade', look);
    connection.on('close', leave);
    listen();
  });
}
