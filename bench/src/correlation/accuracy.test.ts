import { describe, expect, it } from 'vitest';
import { measureAccuracy } from './measure-accuracy.js';

describe('the roles of alarms in disturbances whose truth is known', () => {
  it('are right', async () => {
    const seeds = Array.from({ length: 12 }, (_, i) => i + 1);
    const wrong: string[] = [];
    const accuracy = await measureAccuracy(seeds, (seed, what) => wrong.push(`${seed}: ${what}`));
    expect(accuracy.alarms).toBeGreaterThan(1000);
    expect(accuracy).toMatchObject({
      extra: 0,
      symptomPrecision: 1,
      symptomRecall: 1,
      rootPrecision: 1,
      rootRecall: 1,
      exactRoots: 1,
    });
    // What is not there is still held, since its link closed within its window.
    expect(wrong.every((what) => what.endsWith('is missing'))).toBe(true);
  });
});
