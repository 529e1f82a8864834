import {
  type AlarmFilter,
  type AlarmSort,
  type ClientToServer,
  type LiveError,
  type LiveSnapshot,
  type ServerToClient,
  subscribeRequest,
} from '@omc/api';
import type { Session } from '@omc/store';
import type { Socket } from 'socket.io';
import type { AlarmSelection } from '../alarm-selection.js';
import { invalidProblem } from '../http/problem-exception.js';
import type { CaughtUp, LiveAlarms } from './live-alarms.js';
import { decodeCursor, encodeCursor } from './live-cursor.js';

export interface SocketData {
  session: Session;
  token: string;
  /** Its last question. */
  asked?: symbol;
  /** What the client watches; undefined before `subscribe`. */
  wanted?: Wanted;
  /** It could not keep up: it gets a new list once its network is free. */
  lagging?: boolean;
}

/** A live list: what is in it, and the room of all who watch the same. */
export interface Wanted {
  readonly selection: AlarmSelection;
  readonly sort: AlarmSort;
  readonly limit: number | undefined;
  readonly room: string;
}

export type LiveSocket = Socket<ClientToServer, ServerToClient, Record<string, never>, SocketData>;

const PART = 2_000;

/** Serves one `subscribe`: the list or what was missed of it, and from then on every change. */
export async function subscribe(
  socket: LiveSocket,
  live: LiveAlarms,
  request: unknown,
  done: unknown,
): Promise<void> {
  if (typeof done !== 'function') return;
  const answer = done as (answer: LiveSnapshot | LiveError) => void;
  const parsed = subscribeRequest.safeParse(request ?? {});
  if (!parsed.success) {
    const { title, status, detail = '' } = invalidProblem(parsed.error).problem;
    answer({ error: { title, status, detail } });
    return;
  }
  const { filter, cursor, sort = '-raisedAt', limit } = parsed.data;
  const asked = Symbol('a question');
  socket.data.asked = asked;
  await leave(socket);
  const selection = await live.select(filter);
  // Asked for something else meanwhile: only the last question counts.
  if (socket.data.asked !== asked) return;
  const wanted: Wanted = { selection, sort, limit, room: roomOf(filter) };
  socket.data.wanted = wanted;
  const since = cursor === undefined || limit !== undefined ? undefined : decodeCursor(cursor);
  const caughtUp =
    since === undefined
      ? await live.snapshot(selection, sort, limit)
      : await live.resume(since, selection, sort);
  if (socket.data.wanted !== wanted) return;
  const from = caughtUp.snapshot === undefined && cursor !== undefined ? cursor : encodeCursor(caughtUp.seq);
  deliver(socket, caughtUp, from, answer);
  await socket.join(wanted.room);
}

/** Gives a client that could not keep up a new list instead of what it missed. */
export async function startOver(socket: LiveSocket, live: LiveAlarms): Promise<void> {
  const { wanted } = socket.data;
  if (wanted === undefined) return;
  const caughtUp = await live.snapshot(wanted.selection, wanted.sort, wanted.limit);
  if (socket.data.wanted !== wanted) return;
  deliver(socket, caughtUp, encodeCursor(caughtUp.seq), (first) => socket.emit('snapshot', first));
  await socket.join(wanted.room);
}

/** Stops sending changes to a client. */
export async function leave(socket: LiveSocket): Promise<void> {
  const { wanted } = socket.data;
  if (wanted !== undefined) await socket.leave(wanted.room);
}

function deliver(
  socket: LiveSocket,
  { snapshot, changes, seq, total }: CaughtUp,
  cursor: string,
  answer: (first: LiveSnapshot) => void,
): void {
  const parts = snapshot === undefined ? [null] : partsOf(snapshot);
  parts.forEach((part, i) => {
    const message: LiveSnapshot = {
      cursor,
      snapshot: part,
      ...(i < parts.length - 1 ? { more: true } : {}),
      ...(total === undefined ? {} : { total }),
    };
    if (i === 0) answer(message);
    else socket.emit('snapshot', message);
  });
  if (changes.length > 0) socket.emit('changes', { cursor: encodeCursor(seq), changes });
}

function partsOf<Item>(items: readonly Item[]): (readonly Item[])[] {
  const parts: (readonly Item[])[] = [items.slice(0, PART)];
  for (let from = PART; from < items.length; from += PART) parts.push(items.slice(from, from + PART));
  return parts;
}

/** Those with the same filter share a room, so that a frame is encoded once for all of them. */
function roomOf(filter: AlarmFilter): string {
  return `filter ${JSON.stringify(Object.entries(filter).sort(([a], [b]) => (a < b ? -1 : 1)))}`;
}
