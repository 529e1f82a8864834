import { createSocket } from 'node:dgram';
import { encodeNotification, encodeOmcAlarm, OMC_ALARM } from '@omc/wire';
import { answerTo } from './answer-to.js';

/** Sends SNMP v2c traps over UDP at a given rate: of each NE some cells, which toggle inside their windows. */
const [count = 0, keys = 0] = process.argv.slice(2).map(Number);
const TICK_MS = 1;
/** As many as the kernel surely takes before the socket's own queue is looked at. */
const MOST_A_TICK = 500;

const traps = (['fault', 'ok'] as const).flatMap((state) =>
  Array.from({ length: count * keys }, (_, i) =>
    trapOf(`traps-${i % count}`, `Cell=${Math.floor(i / count)}`, state),
  ),
);
const socket = createSocket({ type: 'udp4', sendBufferSize: 4 * 1024 * 1024 });
let running: NodeJS.Timeout | undefined;
let position = 0;
let sent = 0;
let failed = 0;

function trapOf(ne: string, object: string, state: 'fault' | 'ok'): Uint8Array {
  const varbinds = encodeOmcAlarm({
    ne,
    object,
    alarmId: 29240,
    state,
    time: 0,
    severity: 'major',
    text: 'no carrier',
  });
  return encodeNotification({ oid: OMC_ALARM, varbinds }, { community: 'public', requestId: 1 });
}

function sendNext(port: number): void {
  const trap = traps[position] as Uint8Array;
  position = (position + 1) % traps.length;
  socket.send(trap, port, '127.0.0.1', (error) => {
    if (error === null) sent++;
    else failed++;
  });
}

answerTo(
  {
    /** Sends so many a second to a port, evenly. */
    pace: (perSecond: number, port: number) => {
      const startedAt = performance.now();
      let made = 0;
      running = setInterval(() => {
        const due = Math.min(((performance.now() - startedAt) / 1000) * perSecond, made + MOST_A_TICK);
        for (; made < due; made++) sendNext(port);
      }, TICK_MS);
    },
    stop: () => clearInterval(running),
    /** Datagrams that the kernel took, and those that it did not, since the last time that this was asked. */
    counts: () => {
      const counts = { sent, failed };
      sent = 0;
      failed = 0;
      return counts;
    },
  },
  null,
);
