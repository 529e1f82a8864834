import { describe, expect, it } from 'vitest';
import { planNetwork } from '../network/plan-network.js';
import { Random } from '../random.js';
import { faultFacts } from './fault-facts.js';
import { livingFaults } from './living-faults.js';
import { faultKinds, type PhysicalFault } from './physical-fault.js';
import { simulateFaults } from './simulate-faults.js';

const network = planNetwork({ nes: 50, cells: 3, seed: 1, base: '127.1.0.0', port: 9001 });

function first(count: number, seed: number, plan = network): PhysicalFault[] {
  const faults = livingFaults(plan, new Random(seed));
  return Array.from({ length: count }, () => faults.next().value);
}

describe('the faults of a network that is left to itself', () => {
  it('are the same for the same seed, and others for another', () => {
    expect(first(200, 1)).toEqual(first(200, 1));
    expect(first(5, 1)).not.toEqual(first(5, 2));
  });

  it('begin within two seconds, and come a dozen a minute in a network of 50', () => {
    const faults = first(1000, 3);
    expect(faults[0]?.fromMs).toBeLessThanOrEqual(2000);
    const perMinute = 60_000 / ((faults.at(-1)?.fromMs ?? 0) / 1000);
    expect(perMinute).toBeGreaterThan(10);
    expect(perMinute).toBeLessThan(14);
  });

  it('are of every kind that comes by itself', () => {
    const kinds = faultKinds.filter((kind) => faultFacts[kind].weight > 0);
    expect(new Set(first(10_000, 4).map(({ kind }) => kind))).toEqual(new Set(kinds));
  });

  it('are found for a single NE, too', () => {
    const plan = planNetwork({ nes: 1, cells: 1, seed: 1, base: '127.1.0.0', port: 9001 });
    expect(first(100, 1, plan)).toHaveLength(100);
  });

  it.each([1, 2, 3])('hold 20 to 90 reported faults on average in a network of 50 (seed %i)', (seed) => {
    const hour = first(1000, seed).filter(({ fromMs }) => fromMs < 3_600_000);
    const { happenings } = simulateFaults(network, hour, seed);
    const present = new Set<string>();
    let area = 0;
    let before = 0;
    for (const happening of happenings.filter(({ at }) => at < 3_600_000)) {
      area += present.size * (happening.at - before);
      before = happening.at;
      if (happening.kind === 'link') continue;
      const { ne, object, alarmId, state } = happening;
      present[state === 'fault' ? 'add' : 'delete'](`${ne} ${object} ${alarmId}`);
    }
    expect(area / before).toBeGreaterThan(20);
    expect(area / before).toBeLessThan(90);
  });
});
