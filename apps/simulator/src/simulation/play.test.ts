import { VirtualTimeScheduler } from 'rxjs';
import { expect, it } from 'vitest';
import { disturbancesOf } from '../faults/disturbances.js';
import { FaultProcess } from '../faults/fault-process.js';
import { planNetwork } from '../network/plan-network.js';
import { Random } from '../random.js';
import { play } from './play.js';

const network = planNetwork({ nes: 50, cells: 3, seed: 1, base: '127.1.0.0', port: 9001 });

/** Plays a network in virtual time; returns the number of faults present, sampled each second. */
function faultsOver(seconds: number, speed: number, seed: number): number[] {
  const scheduler = new VirtualTimeScheduler(undefined, seconds * 1000);
  const present = new Set<string>();
  const processes = network.elements.map(
    (element) =>
      new FaultProcess({
        element,
        random: new Random(seed),
        speed,
        scheduler,
        tell: ({ object, alarmId }, state) =>
          present[state === 'fault' ? 'add' : 'delete'](`${element.id} ${alarmId} ${object}`),
      }),
  );
  const samples: number[] = [];
  for (let second = 0; second < seconds; second += 1)
    scheduler.schedule(() => samples.push(present.size), second * 1000);
  play(disturbancesOf(network, new Random(seed)), speed, scheduler, (what) => {
    if (what.kind === 'condition') processes[what.ne]?.change(what.condition, what.present);
  });
  scheduler.flush();
  return samples;
}

const meanOf = (samples: readonly number[]) => samples.reduce((sum, one) => sum + one, 0) / samples.length;

it.each([1, 2, 3])('holds 20 to 60 faults on average in a network of 50 (seed %i)', (seed) => {
  const settled = faultsOver(3600, 1, seed).slice(300);
  expect(meanOf(settled)).toBeGreaterThan(20);
  expect(meanOf(settled)).toBeLessThan(60);
});

it('holds as many faults at another speed, reached sooner', () => {
  const settled = faultsOver(400, 10, 1).slice(30);
  expect(meanOf(settled)).toBeGreaterThan(20);
  expect(meanOf(settled)).toBeLessThan(60);
});

it('shows its first faults within 10 seconds', () => {
  expect(faultsOver(11, 1, 1)[10]).toBeGreaterThan(0);
});

it('does nothing more once it is ended', () => {
  const scheduler = new VirtualTimeScheduler(undefined, 60_000);
  const happenedAt: number[] = [];
  const playing = play(disturbancesOf(network, new Random(1)), 1, scheduler, () => {
    happenedAt.push(scheduler.now());
  });
  scheduler.schedule(() => playing.unsubscribe(), 20_000);
  scheduler.flush();
  expect(happenedAt.length).toBeGreaterThan(0);
  expect(Math.max(...happenedAt)).toBeLessThanOrEqual(20_000);
});
