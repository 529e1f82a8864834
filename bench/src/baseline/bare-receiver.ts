import { connect, type Socket } from 'node:net';
import { answerTo } from '../load/answer-to.js';

/**
 * The least that receiving the same bytes can cost: as many sockets, lines split and parsed as JSON, each chunk
 * acknowledged at once; nothing is checked, decided or stored.
 */
const [port = 0, count = 0] = process.argv.slice(2).map(Number);

/** Resolves when the NE has said hello. */
function receive(ne: string): Promise<void> {
  return new Promise((greeted) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    let rest = '';
    socket.write(`${JSON.stringify({ t: 'hello', ver: 1, ne, ackedSeq: null, ackedEpoch: null })}\n`);
    socket.on('data', (chunk: Buffer) => {
      const lines = (rest + chunk.toString()).split('\n');
      rest = lines.pop() ?? '';
      const messages = lines.map((line) => JSON.parse(line) as { t: string; seq?: number });
      if (messages[0]?.t === 'hello') greeted();
      acknowledge(socket, messages.at(-1)?.seq);
    });
  });
}

function acknowledge(socket: Socket, seq: number | undefined): void {
  if (seq !== undefined) socket.write(`${JSON.stringify({ t: 'ack', seq })}\n`);
}

for (let i = 0; i < count; i++) await receive(`toggling-${i}`);
answerTo(
  {
    /** Processor time used so far, seconds. */
    cpuSeconds: () => {
      const { user, system } = process.cpuUsage();
      return (user + system) / 1e6;
    },
  },
  null,
);
