import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { SimulatedElement } from './element/simulated-element.js';
import { run } from './run.js';

/** Addresses that no other test process uses at the same time. */
const loopback = `127.${2 + (process.pid % 200)}.${Math.floor(process.pid / 200) % 250}`;

const options = {
  ...{ nes: 3, seed: 4, speed: 1, cells: 3, base: `${loopback}.60`, port: 9102 },
  ...{ user: 'admin', demo: false, trapPort: 0, quiet: true },
};

/** Runs a network; resolves `said` with its first line. */
function start(more: Partial<typeof options> & { readonly register?: string } = {}, password?: string) {
  const stop = new AbortController();
  const lines: string[] = [];
  let tellFirst: (line: string) => void = () => {};
  const first = new Promise<string>((resolve) => {
    tellFirst = resolve;
  });
  const tell = (line: string) => {
    lines.push(line);
    tellFirst(line);
  };
  const ended = run({ ...options, ...more }, password, stop.signal, tell);
  onTestFinished(async () => {
    stop.abort();
    await Promise.allSettled([ended]);
  });
  return { first, ended, stop };
}

describe('a run of the simulator', () => {
  it('says when it is ready, serves until it is told to stop, and leaves nothing open', async () => {
    const { first, ended, stop } = start();
    expect(await first).toBe(`3 eNodeBs on ${loopback}.61–${loopback}.63 port 9102, seed 4, speed 1`);
    const socket = connect({ host: `${loopback}.63`, port: 9102 });
    onTestFinished(() => void socket.destroy());
    await once(socket, 'connect');
    const closed = once(socket, 'close');
    stop.abort();
    await ended;
    await closed;
    const next = new SimulatedElement({ id: 'eNB-1', host: `${loopback}.63`, port: 9102 });
    await next.start();
    await next.stop();
  });

  it('ends quietly when it is told to stop while it waits for the OMC', async () => {
    const { first, ended, stop } = start(
      { base: `${loopback}.70`, register: 'http://127.1.47.99:9009' },
      'secret-1',
    );
    await first;
    stop.abort();
    await expect(ended).resolves.toBeUndefined();
  });

  it('asks for a password where it has to register', async () => {
    const { ended } = start({ base: `${loopback}.80`, register: 'http://127.1.48.99:9009' });
    await expect(ended).rejects.toThrow(
      '--register needs a password: set OMC_PASSWORD or OMC_ADMIN_PASSWORD',
    );
  });
});
