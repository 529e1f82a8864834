import { isNeId, isObjectName, NETWORK, type RequirementGroup } from '@omc/alarm';
import { describe, expect, it } from 'vitest';
import type { BranchShape, ElementPlan } from './network-plan.js';
import { planNetwork } from './plan-network.js';

const { elements } = planNetwork({ nes: 300, cells: 6, seed: 3, base: '127.1.0.0', port: 9001 });

const membersOf = (group: RequirementGroup) => ('share' in group ? group.share : group);

function requirementsOf({ topology }: ElementPlan, object: string): readonly RequirementGroup[] {
  return topology.objects.find((one) => one.object === object)?.requires ?? [];
}

const groupsOf = ({ topology: { requires = [], objects } }: ElementPlan) => [
  ...requires,
  ...objects.flatMap((object) => object.requires ?? []),
];

const ids = new Set(elements.map(({ id }) => id));

function isThere({ topology }: ElementPlan, name: string): boolean {
  const [object, ne] = name.split('//').reverse();
  if (ne === undefined) return topology.objects.some((own) => own.object === object);
  return ne === NETWORK ? isObjectName(object ?? '') : isNeId(ne) && ids.has(ne) && object === '';
}

function branchOf(shape: BranchShape, length: number) {
  for (const element of elements)
    for (const branch of element.branches)
      if (branch.shape === shape && branch.rrus.length === length) return { element, branch };
  throw new Error(`no ${shape} of ${length}`);
}

describe('the topology of an eNodeB', () => {
  it('names only objects that are there: its own, those of the network, its neighbours', () => {
    for (const element of elements) {
      const names = groupsOf(element).flatMap(membersOf);
      expect(names.filter((name) => !isThere(element, name))).toEqual([]);
      expect(groupsOf(element).filter((group) => membersOf(group).length === 0)).toEqual([]);
    }
  });

  it('hangs each unit of a chain on the one before, and the first one on the baseband unit', () => {
    const { element, branch } = branchOf('chain', 3);
    const [first, second, third] = branch.rrus;
    expect(requirementsOf(element, first?.object ?? '')).toEqual([[branch.irPorts[0]]]);
    expect(requirementsOf(element, second?.object ?? '')).toEqual([[first?.ports[1]]]);
    expect(requirementsOf(element, third?.object ?? '')).toEqual([[second?.ports[1]]]);
  });

  it.each(['hot-ring', 'cold-ring'] as const)('gives each unit of a %s two directions', (shape) => {
    const { element, branch } = branchOf(shape, 3);
    const [first, second, third] = branch.rrus;
    expect(requirementsOf(element, first?.object ?? '')).toEqual([[branch.irPorts[0], second?.ports[0]]]);
    expect(requirementsOf(element, second?.object ?? '')).toEqual([[first?.ports[1], third?.ports[0]]]);
    expect(requirementsOf(element, third?.object ?? '')).toEqual([[second?.ports[1], branch.irPorts[1]]]);
  });

  it('lets a cell need all of its carriers a little and one S1 interface of its pool', () => {
    const element = elements.find(({ mmeLinks }) => mmeLinks.length === 3);
    const [cell] = element?.cells ?? [];
    expect(element && requirementsOf(element, cell?.object ?? '')).toEqual([
      { share: cell?.carriers },
      ['S1Interface=0', 'S1Interface=1', 'S1Interface=2'],
    ]);
  });

  it('requires the power where there is no second grid', () => {
    for (const { topology, power, hasSecondGrid } of elements)
      expect(topology.requires?.some((group) => membersOf(group).includes(power))).toBe(!hasSecondGrid);
  });

  it('stands at a site behind a hub or two, as some of its neighbours do', () => {
    const alone = elements.filter(({ hubs }) => hubs.length === 1);
    expect(alone.length).toBeGreaterThan(200);
    expect(alone.length).toBeLessThan(300);
    for (const { site, hubs } of elements)
      expect(new Set(elements.filter((one) => one.site === site).map((one) => one.hubs[0]))).toEqual(
        new Set([hubs[0]]),
      );
    expect(new Set(elements.map(({ site }) => site)).size).toBeLessThan(elements.length);
    expect(elements[0]?.topology).toMatchObject({ site: 'Site=1', subnet: 'Subnet=1' });
  });
});
