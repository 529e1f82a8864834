import { describe, expect, it } from 'vitest';
import { FairTurns } from './fair-turns.js';

describe('turns', () => {
  it('go round, so that nobody waits for all of another one', async () => {
    const turns = new FairTurns();
    const taken: string[] = [];
    const source = (name: string, slices: number) =>
      new Promise<void>((resolve) => {
        let left = slices;
        turns.add(() => {
          taken.push(name);
          left--;
          if (left === 0) resolve();
          return left > 0;
        });
      });
    await Promise.all([source('flood', 5), source('b', 2), source('c', 1)]);
    expect(taken).toEqual(['flood', 'b', 'c', 'flood', 'b', 'flood', 'flood', 'flood']);
  });

  it('let the event loop go on between rounds', async () => {
    const turns = new FairTurns();
    let slices = 0;
    let seenByTimer = 0;
    await new Promise<void>((resolve) => {
      setTimeout(() => {
        seenByTimer = slices;
        resolve();
      }, 1);
      turns.add(() => {
        slices++;
        return seenByTimer === 0;
      });
    });
    expect(seenByTimer).toBeGreaterThan(0);
  });
});
