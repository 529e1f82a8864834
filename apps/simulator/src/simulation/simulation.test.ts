import { connect } from 'node:net';
import { encodeOmcMessage, LineSplitter, type NeEvent, type NeMessage, parseNeMessage } from '@omc/wire';
import { filter, firstValueFrom, ReplaySubject, take, toArray } from 'rxjs';
import { expect, it, onTestFinished } from 'vitest';
import type { SimulatedElement } from '../element/simulated-element.js';
import { Simulation } from './simulation.js';

/** Addresses that no other test process uses at the same time. */
const loopback = `127.${2 + (process.pid % 200)}.${Math.floor(process.pid / 200) % 250}`;

const settings = { nes: 10, cells: 3, seed: 1, base: `${loopback}.0`, port: 9101, speed: 1000 };

/** Connects to an NE as the OMC does; what the NE says. */
function dial({ id: ne, host, port }: SimulatedElement, said: ReplaySubject<NeMessage>) {
  const socket = connect({ host, port });
  onTestFinished(() => void socket.destroy());
  const splitter = new LineSplitter();
  socket.write(encodeOmcMessage({ t: 'hello', ver: 1, ne, ackedSeq: null, ackedEpoch: null }));
  socket.on('data', (bytes: Buffer) => {
    for (const line of splitter.push(bytes).lines) {
      const parsed = parseNeMessage(line);
      if (parsed.ok) said.next(parsed.message);
      else said.error(new Error(parsed.reason));
    }
  });
}

function aSimulation(more: Partial<typeof settings> = {}): Simulation {
  const simulation = new Simulation({ ...settings, ...more });
  onTestFinished(() => simulation.stop());
  return simulation;
}

it('tells connected OMCs of faults that begin and end, in lines that the OMC takes', async () => {
  const simulation = aSimulation();
  await simulation.listen();
  const said = new ReplaySubject<NeMessage>();
  for (const element of simulation.elements) dial(element, said);
  simulation.play();
  const isEvent = (message: NeMessage): message is NeEvent => message.t === 'event';
  const events = await firstValueFrom(said.pipe(filter(isEvent), take(40), toArray()));
  expect(new Set(events.map(({ state }) => state))).toEqual(new Set(['fault', 'ok']));
  expect(simulation.tally().events).toBeGreaterThanOrEqual(40);
});

it('listens nowhere when one address is taken', async () => {
  const simulation = aSimulation({ base: `${loopback}.20` });
  const rival = aSimulation({ nes: 1, base: `${loopback}.26` });
  await rival.listen();
  await expect(simulation.listen()).rejects.toThrow(`cannot listen on ${loopback}.27:9101: EADDRINUSE`);
  await rival.stop();
  await expect(simulation.listen()).resolves.toBeUndefined();
});

it('can be stopped, and lets its addresses go', async () => {
  const simulation = aSimulation({ base: `${loopback}.40` });
  await simulation.listen();
  simulation.play();
  await simulation.stop();
  const next = aSimulation({ base: `${loopback}.40` });
  await expect(next.listen()).resolves.toBeUndefined();
});
