import type { ElementPlan } from '../network/network-plan.js';
import { ofNetwork } from '../network/topology-of.js';
import { type Group, groupOf, type Requirements } from './requirements.js';

/** What the objects of an eNodeB require: as the OMC is told, and as it is. */
export interface ElementGraph {
  /** Of its topology. */
  readonly told: Requirements;
  /** Of nature: what goes to other machines goes through a hub. */
  readonly physical: Requirements;
  /** Objects that the NE itself requires, which therefore do not require it. */
  readonly beneath: ReadonlySet<string>;
}

/** Reads the topology of an eNodeB. */
export function elementGraphOf(element: ElementPlan): ElementGraph {
  const { topology, hubs, mmeLinks, peerLinks, userPlanePath, power, hasSecondGrid } = element;
  const told = new Map(
    topology.objects.map(({ object, requires = [] }) => [object, requires.map(groupOf)] as const),
  );
  const physical = new Map<string, readonly Group[]>(told);
  const backhaul: Group = { members: hubs.map(ofNetwork), isShared: false };
  const outward = [...mmeLinks, ...peerLinks].map(({ sctpLink }) => sctpLink);
  for (const object of [...outward, userPlanePath])
    physical.set(object, [...(told.get(object) ?? []), backhaul]);
  return { told, physical, beneath: new Set(hasSecondGrid ? [] : [power]) };
}
