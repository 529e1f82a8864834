import { connect, type Socket } from 'node:net';
import { answerTo } from '../load/answer-to.js';

/**
 * The least that handshaking can cost: as many sockets, the same lines, answers parsed as JSON; nobody is supervised,
 * nothing is stored. One timer asks them all, evenly over the interval.
 */
const [port = 0, count = 0, intervalMs = 0] = process.argv.slice(2).map(Number);
const TICK_MS = 20;

/** Resolves with the socket when the NE has said hello. */
function greet(ne: string): Promise<Socket> {
  return new Promise((greeted) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true, keepAlive: true });
    let rest = '';
    socket.write(`${JSON.stringify({ t: 'hello', ver: 1, ne, ackedSeq: null, ackedEpoch: null })}\n`);
    socket.on('data', (chunk: Buffer) => {
      const lines = (rest + chunk.toString()).split('\n');
      rest = lines.pop() ?? '';
      const messages = lines.map((line) => JSON.parse(line) as { t: string });
      if (messages[0]?.t === 'hello') greeted(socket);
    });
  });
}

const sockets: Socket[] = [];
for (let i = 0; i < count; i++) sockets.push(await greet(`calm-${i}`));
const startedAt = performance.now();
let asked = 0;
setInterval(() => {
  const due = ((performance.now() - startedAt) / intervalMs) * count;
  for (; asked < due; asked++)
    sockets[asked % count]?.write(`${JSON.stringify({ t: 'handshake', id: Math.floor(asked / count) })}\n`);
}, TICK_MS);

answerTo(
  {
    /** Processor time used so far, seconds. */
    cpuSeconds: () => {
      const { user, system } = process.cpuUsage();
      return (user + system) / 1e6;
    },
    processId: () => process.pid,
  },
  null,
);
