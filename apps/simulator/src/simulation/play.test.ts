import { VirtualTimeScheduler } from 'rxjs';
import { expect, it } from 'vitest';
import { planNetwork } from '../network/plan-network.js';
import { livingFaults } from '../physics/living-faults.js';
import { simulateFaults } from '../physics/simulate-faults.js';
import { World } from '../physics/world.js';
import { Random } from '../random.js';
import { play } from './play.js';

const network = planNetwork({ nes: 50, cells: 3, seed: 1, base: '127.1.0.0', port: 9001 });

/** Plays a network in virtual time; when what happened, in milliseconds, as text. */
function happeningsOver(seconds: number, speed: number, endAfterMs = Number.POSITIVE_INFINITY) {
  const scheduler = new VirtualTimeScheduler(undefined, seconds * 1000);
  const heard: { readonly atMs: number; readonly what: string }[] = [];
  const world = new World(network, 1, {
    hear: ({ at, ...what }) => heard.push({ atMs: scheduler.now(), what: JSON.stringify(what) }),
    learn: () => undefined,
  });
  const playing = play(world, livingFaults(network, new Random(1)), speed, scheduler);
  scheduler.schedule(() => playing.unsubscribe(), Math.min(endAfterMs, seconds * 1000));
  scheduler.flush();
  return heard;
}

it('shows its first faults within 10 seconds', () => {
  expect(happeningsOver(11, 1).length).toBeGreaterThan(0);
});

it('lets the same happen at another speed, sooner', () => {
  const slow = happeningsOver(200, 1);
  const fast = happeningsOver(20, 10);
  expect(fast.map(({ what }) => what)).toEqual(slow.map(({ what }) => what));
  expect(fast.at(-1)?.atMs).toBeLessThan(20_001);
});

it('does nothing more once it is ended', () => {
  const heard = happeningsOver(60, 1, 20_000);
  expect(heard.length).toBeGreaterThan(0);
  expect(Math.max(...heard.map(({ atMs }) => atMs))).toBeLessThanOrEqual(20_000);
});

it('makes of a list of faults what it makes of them without time', () => {
  const coming = livingFaults(network, new Random(2));
  const faults = Array.from({ length: 20 }, () => coming.next().value);
  const { happenings } = simulateFaults(network, faults, 5);
  const scheduler = new VirtualTimeScheduler();
  const heard: unknown[] = [];
  const world = new World(network, 5, { hear: (what) => heard.push(what), learn: () => undefined });
  play(world, faults[Symbol.iterator](), 1, scheduler);
  scheduler.flush();
  expect(heard).toEqual(happenings);
});
