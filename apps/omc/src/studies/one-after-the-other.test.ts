import { describe, expect, it } from 'vitest';
import { OneAfterTheOther } from './one-after-the-other.js';

describe('works one after the other', () => {
  it('begin when those before them are done, also where those failed', async () => {
    const lane = new OneAfterTheOther();
    const told: string[] = [];
    let finish: (error: Error) => void = () => undefined;
    const first = lane.run(() => {
      told.push('first begins');
      return new Promise<void>((_, reject) => {
        finish = reject;
      });
    });
    const second = lane.run(() => Promise.resolve(told.push('second begins')));
    await Promise.resolve();
    expect(told).toEqual(['first begins']);
    expect(lane.unfinished).toBe(2);
    finish(new Error('no'));
    await expect(first).rejects.toThrow('no');
    await second;
    expect(told).toEqual(['first begins', 'second begins']);
    expect(lane.unfinished).toBe(0);
  });
});
