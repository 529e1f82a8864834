import { describe, expect, it } from 'vitest';
import { planNetwork } from '../network/plan-network.js';
import { Random } from '../random.js';
import { type Disturbance, disturbanceKinds, disturbancesOf } from './disturbances.js';

const network = planNetwork({ nes: 50, cells: 3, seed: 1, base: '127.1.0.0', port: 9001 });

function first(count: number, seed: number): Disturbance[] {
  const disturbances = disturbancesOf(network, new Random(seed));
  return Array.from({ length: count }, () => disturbances.next().value);
}

describe('disturbances', () => {
  it('are the same for the same seed, and others for another', () => {
    expect(first(200, 1)).toEqual(first(200, 1));
    expect(first(5, 1)).not.toEqual(first(5, 2));
  });

  it('begin within two seconds and come about twice in ten seconds in a network of 50', () => {
    const gaps = first(1000, 3).map(({ gapMs }) => gapMs);
    expect(gaps[0]).toBeLessThanOrEqual(2000);
    const perTenSeconds = 10_000 / (gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length);
    expect(perTenSeconds).toBeGreaterThan(1.7);
    expect(perTenSeconds).toBeLessThan(2.3);
  });

  it('are of every kind', () => {
    expect(new Set(first(2000, 4).map(({ name }) => name))).toEqual(
      new Set(disturbanceKinds.map(({ name }) => name)),
    );
  });

  it('end everything that they begin', () => {
    for (const { name, steps } of first(2000, 5)) {
      const balance = new Map<string, number>();
      for (const { what } of steps) {
        const [key, begins] =
          what.kind === 'process' ? ['process', !what.running] : [what.condition.object, what.present];
        balance.set(`${what.ne} ${key}`, (balance.get(`${what.ne} ${key}`) ?? 0) + (begins ? 1 : -1));
      }
      expect(
        [...balance.values()].filter((left) => left !== 0),
        name,
      ).toEqual([]);
    }
  });

  it('of a link between two NEs are felt at both ends', () => {
    const [lost] = first(2000, 6).filter(({ name }) => name === 'the path to a neighbour is lost');
    expect(new Set(lost?.steps.map(({ what }) => what.ne)).size).toBe(2);
  });
});
