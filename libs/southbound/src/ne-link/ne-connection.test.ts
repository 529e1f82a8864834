import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { asyncScheduler, firstValueFrom, ReplaySubject } from 'rxjs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FairTurns } from './fair-turns.js';
import { LINES_A_TURN, NeConnection } from './ne-connection.js';

const aTurn = () => new Promise((resolve) => setImmediate(resolve));

let server: Server;
let visits: ReplaySubject<Socket>;
beforeEach(async () => {
  visits = new ReplaySubject();
  server = createServer((socket) => visits.next(socket.on('error', () => socket.destroy())));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(() => server.close());

function connect(turns = new FairTurns()) {
  const connected = new ReplaySubject<void>();
  const failed = new ReplaySubject<string>();
  const slices: (readonly string[])[] = [];
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const connection = new NeConnection(
    { id: 'eNB-1', kind: 'link', host: '127.0.0.1', port },
    {
      connected: () => connected.next(),
      lines: (lines) => slices.push(lines),
      overlong: () => undefined,
      failed: (reason) => failed.next(reason),
    },
    { scheduler: asyncScheduler, turns },
  );
  return { connection, connected: firstValueFrom(connected), failed: firstValueFrom(failed), slices };
}

describe('a connection to an NE', () => {
  it('tells lines in slices, all of them before its end', async () => {
    const { connected, failed, slices } = connect();
    await connected;
    const lines = Array.from({ length: 5000 }, (_, index) => `${index}`);
    const peer = await firstValueFrom(visits);
    peer.end(`${lines.join('\n')}\n`);
    expect(await failed).toBe('closed');
    expect(slices.flat()).toEqual(lines);
    expect(Math.max(...slices.map(({ length }) => length))).toBe(LINES_A_TURN);
  });

  it('tells out of turn what it received, and is behind until what it did not read meanwhile had time to come', async () => {
    const turns = new FairTurns();
    const { connection, connected, slices } = connect(turns);
    await connected;
    turns.stop(true);
    const peer = await firstValueFrom(visits);
    peer.write('1\n2\n');
    while (!connection.isBehind) await aTurn();
    peer.write('3\n');
    connection.hurry();
    expect(slices.flat()).toEqual(['1', '2']);
    expect([...turns.waiting()]).toEqual([connection]);
    while (slices.flat().length < 3) {
      await aTurn();
      connection.hurry();
    }
    while (connection.isBehind) await aTurn();
    expect([...turns.waiting()]).toEqual([]);
  });

  it('fails where the peer leaves too much unread', async () => {
    const { connection, connected, failed } = connect();
    await connected;
    const line = `${'x'.repeat(65_535)}\n`;
    for (let index = 0; index < 500; index++) connection.write(line);
    expect(await failed).toBe('does not read');
  });

  it('tells nothing any more once it is closed', async () => {
    const { connection, connected, failed, slices } = connect();
    await connected;
    connection.close();
    await connection.ended();
    await connection.ended();
    expect(slices).toEqual([]);
    expect(await Promise.race([failed, Promise.resolve('nothing')])).toBe('nothing');
  });
});
