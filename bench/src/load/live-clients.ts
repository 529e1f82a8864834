import type { ClientToServer, LiveError, LiveSnapshot, ServerToClient } from '@omc/api';
import { io, type Socket } from 'socket.io-client';
import { answerTo } from './answer-to.js';

/** Consoles by the hundred: real clients of socket.io, each with its own list of all active alarms. */
const [url = '', token = '', count = '0'] = process.argv.slice(2);
/** Connecting at the same time. */
const AT_ONCE = 20;

let messages = 0;
let changes = 0;
let restarts = 0;
const lists: Set<string>[] = [];

async function open(): Promise<void> {
  const ids = new Set<string>();
  lists.push(ids);
  const socket: Socket<ServerToClient, ClientToServer> = io(`${url}/alarms`, {
    auth: { token },
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
  });
  const take = ({ snapshot, part }: LiveSnapshot) => {
    if (part === undefined) ids.clear();
    for (const { id } of snapshot ?? []) ids.add(id);
  };
  socket.on('snapshot', (snapshot) => {
    if (snapshot.part === undefined) restarts += 1;
    take(snapshot);
  });
  socket.on('changes', (message) => {
    messages += 1;
    changes += message.changes.length;
    for (const { op, alarm } of message.changes) op === 'upsert' ? ids.add(alarm.id) : ids.delete(alarm.id);
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect_error', reject);
    socket.emit('subscribe', { filter: {} }, (answer: LiveSnapshot | LiveError) => {
      if ('error' in answer) return reject(new Error(answer.error.detail));
      // At once: the changes that follow may have come with it.
      take(answer);
      resolve();
    });
  });
}

let left = Number(count);
const worker = async () => {
  while (left-- > 0) await open();
};
await Promise.all(Array.from({ length: AT_ONCE }, worker));

answerTo(
  {
    /** What came since the last time, over all clients. */
    seen: () => {
      const seen = { messages, changes, restarts };
      [messages, changes, restarts] = [0, 0, 0];
      return seen;
    },
    /** How many alarms the clients have in their lists: the same number in each, when all is quiet. */
    sizes: () => [...new Set(lists.map(({ size }) => size))],
  },
  lists.length,
);
