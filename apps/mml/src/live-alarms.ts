import {
  type AlarmResource,
  type ClientToServer,
  LIVE_NAMESPACE,
  type LiveError,
  type LiveSnapshot,
  type ServerToClient,
  type SubscribeRequest,
} from '@omc/api';
import { io, type Socket } from 'socket.io-client';
import { type Address, hostAndPort } from './address.js';

/** How the live stream is: there, away for a while, or refused by the OMC. */
export type LiveState = 'connected' | 'lost' | { readonly refused: string };

/** What is told of the live stream. */
export interface LiveListener {
  /** An alarm changed that is among those asked for; `left`: it no longer is. */
  readonly onChange: (alarm: AlarmResource, left: boolean) => void;
  /** The connection came or went, or the OMC refused; nothing is missed for good, the stream comes back by itself. */
  readonly onState: (state: LiveState) => void;
}

/** Follows the alarms of a filter as they change, from now on; gives what ends it. */
export function followAlarms(
  address: Address,
  token: string,
  filter: NonNullable<SubscribeRequest['filter']>,
  { onChange, onState }: LiveListener,
): () => void {
  const scheme = address.ca === undefined ? 'http' : 'https';
  const socket: Socket<ServerToClient, ClientToServer> = io(
    `${scheme}://${hostAndPort(address)}${LIVE_NAMESPACE}`,
    {
      auth: { token },
      transports: ['websocket'],
      ...(address.ca !== undefined && { ca: address.ca }),
    },
  );
  let cursor: string | undefined;
  const subscribe = async () => {
    // A window of one alarm gives a cursor without the whole list.
    cursor ??= cursorOf(await ask(socket, { filter, limit: 1 }));
    const answer = await ask(socket, { filter, cursor });
    if ('error' in answer) onState({ refused: answer.error.detail || answer.error.title });
    else onState('connected');
  };
  const refused = (error: unknown) =>
    onState({ refused: error instanceof Error ? error.message : String(error) });
  socket.on('connect', () => void subscribe().catch(refused));
  socket.on('disconnect', (reason) => {
    if (reason !== 'io client disconnect') onState('lost');
  });
  // Where the socket is active it comes back by itself: the OMC could not be reached just now.
  socket.on('connect_error', (error) => (socket.active ? onState('lost') : refused(error)));
  socket.on('snapshot', (snapshot) => {
    cursor = snapshot.cursor;
  });
  socket.on('changes', (message) => {
    cursor = message.cursor;
    for (const { op, alarm } of message.changes) onChange(alarm, op === 'remove');
  });
  return () => void socket.disconnect();
}

function ask(
  socket: Socket<ServerToClient, ClientToServer>,
  request: SubscribeRequest,
): Promise<LiveSnapshot | LiveError> {
  return new Promise((resolve) => socket.emit('subscribe', request, resolve));
}

function cursorOf(answer: LiveSnapshot | LiveError): string {
  if ('error' in answer) throw new Error(answer.error.detail || answer.error.title);
  return answer.cursor;
}
