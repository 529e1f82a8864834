import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { SimulatedElement } from '../element/simulated-element.js';
import type { Happening } from '../physics/happening.js';
import { LivingElement } from './living-element.js';

const link = (state: 'up' | 'down', restarted = false): Happening => ({
  ...{ kind: 'link', at: 0, ne: 'eNB-1', state, restarted },
});
const report: Happening = {
  ...{ kind: 'report', at: 0, ne: 'eNB-1', object: 'SatelliteCard=0', alarmId: 26_122, state: 'fault' },
};

async function aLivingElement() {
  const element = new SimulatedElement({ id: 'eNB-1', host: '127.1.44.1', epoch: 'e1' });
  const logged: string[] = [];
  const living = new LivingElement(element, (line) => logged.push(line));
  onTestFinished(() => living.end());
  await element.start();
  return { element, living, logged };
}

async function dial({ host, port }: SimulatedElement): Promise<'connected' | 'refused'> {
  const socket = connect({ host, port });
  onTestFinished(() => void socket.destroy());
  return await once(socket, 'connect').then(
    () => 'connected',
    () => 'refused',
  );
}

describe('an NE whose link is gone', () => {
  it('refuses connections until it is back, and then still has what happened meanwhile', async () => {
    const { element, living } = await aLivingElement();
    living.happen(link('down'));
    expect(living.happen(report)).toBe(true);
    await living.settled;
    expect(await dial(element)).toBe('refused');
    living.happen(link('up'));
    await living.settled;
    expect(await dial(element)).toBe('connected');
    expect([element.epoch, element.lastSeq, element.faultCount]).toEqual(['e1', 1, 1]);
  });

  it('comes back with another epoch and nothing known where its process was restarted', async () => {
    const { element, living } = await aLivingElement();
    living.happen(report);
    living.happen(link('down'));
    living.happen(link('up', true));
    living.happen(report);
    await living.settled;
    expect(await dial(element)).toBe('connected');
    expect(element.epoch).not.toBe('e1');
    expect([element.lastSeq, element.faultCount]).toEqual([1, 1]);
  });

  it('says so when it cannot listen any more', async () => {
    const { element, living, logged } = await aLivingElement();
    living.happen(link('down'));
    await living.settled;
    const rival = new SimulatedElement({ id: 'rival', host: element.host, port: element.port });
    onTestFinished(() => rival.stop());
    await rival.start();
    living.happen(link('up'));
    await living.settled;
    expect(logged).toEqual([expect.stringContaining(`cannot listen on ${element.host}:${element.port}`)]);
  });
});
