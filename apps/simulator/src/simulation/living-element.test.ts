import { once } from 'node:events';
import { connect } from 'node:net';
import { VirtualTimeScheduler } from 'rxjs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { SimulatedElement } from '../element/simulated-element.js';
import { FaultProcess } from '../faults/fault-process.js';
import type { Happening } from '../faults/step.js';
import { planNetwork } from '../network/plan-network.js';
import { Random } from '../random.js';
import { LivingElement } from './living-element.js';

const [plan] = planNetwork({ nes: 1, cells: 1, seed: 1, base: '127.0.0.0', port: 0 }).elements;
const death: Happening = { kind: 'process', ne: 0, running: false };
const life: Happening = { kind: 'process', ne: 0, running: true };
const satellitesLost: Happening = {
  ...{ kind: 'condition', ne: 0, present: true },
  condition: { kind: 'satellites-lost', object: 'SatelliteCard=0' },
};

async function aLivingElement() {
  if (plan === undefined) throw new Error('a network of one has an NE');
  const scheduler = new VirtualTimeScheduler();
  const element = new SimulatedElement({ id: plan.id, host: '127.1.44.1', epoch: 'e1', scheduler });
  const faults = new FaultProcess({
    ...{ element: plan, random: new Random(1), speed: 1, scheduler },
    tell: ({ object, alarmId }, state) => element.report({ object, alarmId, state }),
  });
  const logged: string[] = [];
  const living = new LivingElement(element, faults, (line) => logged.push(line));
  onTestFinished(() => living.end());
  await element.start();
  return { element, living, scheduler, logged };
}

async function dial({ host, port }: SimulatedElement): Promise<'connected' | 'refused'> {
  const socket = connect({ host, port });
  onTestFinished(() => void socket.destroy());
  return await once(socket, 'connect').then(
    () => 'connected',
    () => 'refused',
  );
}

describe('an NE whose process dies', () => {
  it('refuses connections until it is back, with another epoch and its faults told anew', async () => {
    const { element, living, scheduler } = await aLivingElement();
    living.happen(satellitesLost);
    scheduler.flush();
    expect([element.lastSeq, element.faultCount]).toEqual([1, 1]);

    living.happen(death);
    await living.settled;
    expect(await dial(element)).toBe('refused');
    expect([element.lastSeq, element.faultCount]).toEqual([0, 0]);

    living.happen(life);
    await living.settled;
    scheduler.flush();
    expect(await dial(element)).toBe('connected');
    expect(element.epoch).not.toBe('e1');
    expect([element.lastSeq, element.faultCount]).toEqual([1, 1]);
  });

  it('is back only when every death is over', async () => {
    const { element, living } = await aLivingElement();
    for (const what of [death, death, life]) living.happen(what);
    await living.settled;
    expect(await dial(element)).toBe('refused');
    living.happen(life);
    await living.settled;
    expect(await dial(element)).toBe('connected');
  });

  it('says so when it cannot listen any more', async () => {
    const { element, living, logged } = await aLivingElement();
    living.happen(death);
    await living.settled;
    const rival = new SimulatedElement({ id: 'rival', host: element.host, port: element.port });
    onTestFinished(() => rival.stop());
    await rival.start();
    living.happen(life);
    await living.settled;
    expect(logged).toEqual([expect.stringContaining(`cannot listen on ${element.host}:${element.port}`)]);
  });
});
