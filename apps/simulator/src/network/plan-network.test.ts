import { isObjectName } from '@omc/alarm';
import { describe, expect, it } from 'vitest';
import type { ElementPlan } from './network-plan.js';
import { planNetwork } from './plan-network.js';

const settings = { nes: 50, cells: 3, seed: 1, base: '127.1.0.0', port: 9001 };

function objectsOf({ topology }: ElementPlan): string[] {
  return topology.objects.map(({ object }) => object);
}

describe('a generated network', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(planNetwork(settings)).toEqual(planNetwork(settings));
    expect(planNetwork({ ...settings, seed: 2 })).not.toEqual(planNetwork(settings));
  });

  it('gives each NE an id and an address of its own', () => {
    const { elements } = planNetwork({ ...settings, nes: 600 });
    expect(elements[0]).toMatchObject({ id: 'eNB-100001', host: '127.1.0.1', port: 9001 });
    expect(elements[299]).toMatchObject({ id: 'eNB-100300', host: '127.1.1.44' });
    expect(new Set(elements.map(({ host }) => host)).size).toBe(600);
  });

  it('names objects as the NE link demands, each once within its NE', () => {
    for (const element of planNetwork({ ...settings, cells: 8 }).elements) {
      const objects = objectsOf(element);
      expect(objects.filter((object) => !isObjectName(object))).toEqual([]);
      expect(new Set(objects).size).toBe(objects.length);
    }
  });

  it('makes neighbours mutual', () => {
    const { elements } = planNetwork(settings);
    for (const element of elements)
      for (const { neighbour } of element.peerLinks)
        expect(elements[neighbour]?.peerLinks.map((link) => link.neighbour)).toContain(element.index);
  });

  it('lets one NE in ten report a type by trap', () => {
    const { elements } = planNetwork(settings);
    expect(elements.filter(({ trapTypes }) => trapTypes.length > 0)).toHaveLength(5);
  });

  it('can be a single NE without neighbours', () => {
    const { elements } = planNetwork({ ...settings, nes: 1, cells: 1 });
    expect(elements).toHaveLength(1);
    expect(elements[0]?.peerLinks).toEqual([]);
  });

  it('is refused where addresses run out', () => {
    expect(() => planNetwork({ ...settings, base: '255.255.255.250' })).toThrow(RangeError);
    expect(() => planNetwork({ ...settings, base: 'localhost' })).toThrow('localhost is no IPv4 address');
  });
});
