import { createSocket } from 'node:dgram';
import { answerTo } from './answer-to.js';

const TICK_MS = 1;
/** As many as the kernel surely takes before the socket's own queue is looked at. */
const MOST_A_TICK = 500;

/** Sends datagrams to a port of this machine at the rate that the benchmark asks for, and counts them. */
export function sendOverUdp(nextDatagram: () => Uint8Array): void {
  const socket = createSocket({ type: 'udp4', sendBufferSize: 4 * 1024 * 1024 });
  let running: NodeJS.Timeout | undefined;
  let sent = 0;
  const sendOne = (port: number) =>
    socket.send(nextDatagram(), port, '127.0.0.1', (error) => {
      if (error === null) sent++;
    });
  answerTo(
    {
      /** Sends so many a second to a port, evenly. */
      pace: (perSecond: number, port: number) => {
        const startedAt = performance.now();
        let made = 0;
        running = setInterval(() => {
          const due = Math.min(((performance.now() - startedAt) / 1000) * perSecond, made + MOST_A_TICK);
          for (; made < due; made++) sendOne(port);
        }, TICK_MS);
      },
      stop: () => clearInterval(running),
      /** Datagrams that the kernel took since the last time that this was asked. */
      counts: () => {
        const counts = { sent };
        sent = 0;
        return counts;
      },
    },
    null,
  );
}
