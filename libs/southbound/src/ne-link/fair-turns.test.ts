import { describe, expect, it } from 'vitest';
import { FairTurns } from './fair-turns.js';

const idle = { ne: 'a', isBehind: true, hurry: () => undefined };

describe('turns', () => {
  it('go round, so that nobody waits for all of another one', async () => {
    const turns = new FairTurns();
    const taken: string[] = [];
    const source = (name: string, slices: number) =>
      new Promise<void>((resolve) => {
        let left = slices;
        turns.add({
          ...idle,
          turn: () => {
            taken.push(name);
            left--;
            if (left === 0) resolve();
            return left > 0;
          },
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
      turns.add({
        ...idle,
        turn: () => {
          if (stopped) resolve();
          return !stopped;
        },
      });
    });
    await Promise.all([timer, source]);
    expect(stopped).toBe(true);
  });

  it('know who waits with something left', () => {
    const turns = new FairTurns();
    turns.stop(true);
    const takers = ['a', 'b'].map((ne) => ({ ...idle, ne, isBehind: ne === 'b', turn: () => false }));
    for (const taker of takers) turns.add(taker);
    expect([...turns.waiting()].map(({ ne }) => ne)).toEqual(['b']);
  });

  it('are given to nobody while stopped', async () => {
    const turns = new FairTurns();
    let taken = 0;
    turns.stop(true);
    const done = new Promise<void>((resolve) => {
      turns.add({
        ...idle,
        turn: () => {
          taken++;
          resolve();
          return false;
        },
      });
    });
    await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
    expect(taken).toBe(0);
    turns.stop(false);
    await done;
    expect(taken).toBe(1);
  });
});
