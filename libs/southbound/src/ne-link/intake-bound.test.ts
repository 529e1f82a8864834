import { expect, it } from 'vitest';
import { IntakeBound } from './intake-bound.js';

/** Lets a source that always has more be committed at a rate; gives the bound that it ends with. */
function boundAt(eventsPerSecond: number, bound = new IntakeBound(() => now)): IntakeBound {
  for (let i = 0; i < 50; i++) {
    bound.reached();
    const sample = bound.begin(bound.most);
    now += (bound.most / eventsPerSecond) * 1000;
    if (sample !== undefined) bound.end(sample);
  }
  return bound;
}
let now = 0;

it.each([40_000, 70_000, 100_000])('lets wait what is committed within 100 ms at %i events/s', (rate) => {
  const { most } = boundAt(rate);
  expect(most).toBeGreaterThan((rate / 1000) * 70);
  expect(most).toBeLessThan((rate / 1000) * 130);
});

it('grows again where commits become quick', () => {
  const slow = boundAt(1_000);
  expect(slow.most).toBe(3_000);
  expect(boundAt(70_000, slow).most).toBeGreaterThan(4_000);
});

it('stays where it is while there is little to do', () => {
  const bound = boundAt(20_000);
  const { most } = bound;
  for (let i = 0; i < 10; i++) {
    const sample = bound.begin(1);
    now += 3;
    if (sample !== undefined) bound.end(sample);
  }
  expect(bound.most).toBe(most);
});

it('knows a bound however quick commits are', () => {
  expect(boundAt(10_000_000).most).toBe(20_000);
});
