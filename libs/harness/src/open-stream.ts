import { io } from 'socket.io-client';

/** A live stream that is open and asks for nothing. */
export interface OpenStream {
  /** Why it was cut off, as socket.io tells. */
  readonly cutOff: Promise<string>;
}

/** Opens a live stream; rejects where it is refused. */
export function openStream(url: string, token: string): Promise<OpenStream> {
  const socket = io(`${url}/alarms`, { auth: { token }, transports: ['websocket'], reconnection: false });
  const cutOff = new Promise<string>((resolve) => socket.once('disconnect', resolve));
  return new Promise((resolve, reject) => {
    socket.once('connect', () => resolve({ cutOff }));
    socket.once('connect_error', reject);
  });
}
