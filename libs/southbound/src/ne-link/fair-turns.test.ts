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
    let stopped = false;
    const timer = new Promise<void>((resolve) => {
      setTimeout(() => {
        stopped = true;
        resolve();
      }, 1);
    });
    const source = new Promise<void>((resolve) => {
      turns.add(() => {
        if (stopped) resolve();
        return !stopped;
      });
    });
    await Promise.all([timer, source]);
    expect(stopped).toBe(true);
  });
});
