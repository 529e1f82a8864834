import { NETWORK, type ObjectRequirements, type RequirementGroup, type Topology } from '@omc/alarm';
import type { BranchPlan, ElementPlan, RruPlan } from './network-plan.js';

/** An eNodeB before it has its topology. */
export type BareElement = Omit<ElementPlan, 'topology'>;

/** The name of an object of the NE `network`, as another NE refers to it. */
export function ofNetwork(object: string): string {
  return `${NETWORK}//${object}`;
}

/** What an eNodeB and its objects require. `idOf` gives the id of a neighbour. */
export function topologyOf(element: BareElement, idOf: (index: number) => string): Topology {
  return {
    site: element.site,
    subnet: element.subnet,
    requires: [element.hubs.map(ofNetwork), ...(element.hasSecondGrid ? [] : [[element.power]])],
    objects: [
      { object: element.power },
      { object: element.satelliteCard },
      ...radioObjects(element),
      ...transportObjects(element, idOf),
      ...cellObjects(element),
    ],
  };
}

function radioObjects({ branches }: BareElement): ObjectRequirements[] {
  const ports = branches.flatMap(({ irPorts }) => irPorts);
  const boards = new Set(ports.map(boardOf));
  return [
    ...[...boards].map((object) => ({ object })),
    ...ports.map((port) => needing(port, [boardOf(port)])),
    ...branches.flatMap((branch) => branch.rrus.flatMap((rru, place) => rruObjects(branch, rru, place))),
  ];
}

function boardOf(irPort: string): string {
  return irPort.slice(0, irPort.indexOf(','));
}

function rruObjects({ irPorts, rrus }: BranchPlan, rru: RruPlan, place: number): ObjectRequirements[] {
  const [first, last] = irPorts;
  const before = rrus[place - 1]?.ports[1] ?? first;
  // Where the branch is a chain, nothing comes from behind.
  const behind = last === undefined ? undefined : (rrus[place + 1]?.ports[0] ?? last);
  const directions = [before, behind].filter((direction) => direction !== undefined);
  const parts = [...rru.ports, ...rru.txChannels];
  return [needing(rru.object, directions), ...parts.map((part) => needing(part, [rru.object]))];
}

function transportObjects(element: BareElement, idOf: (index: number) => string): ObjectRequirements[] {
  const { mmeLinks, peerLinks } = element;
  const way: readonly RequirementGroup[] = [[element.interface], [ofNetwork(element.router)]];
  return [
    { object: element.interface },
    ...mmeLinks.flatMap(({ sctpLink, s1Interface, mme }) => [
      { object: sctpLink, requires: [...way, [ofNetwork(mme)]] },
      needing(s1Interface, [sctpLink]),
    ]),
    needing(
      element.controlPlane,
      mmeLinks.map(({ sctpLink }) => sctpLink),
    ),
    { object: element.userPlanePath, requires: way },
    ...peerLinks.flatMap(({ sctpLink, x2Interface, neighbour }) => [
      needing(sctpLink, [`${idOf(neighbour)}//`]),
      needing(x2Interface, [sctpLink]),
    ]),
  ];
}

function cellObjects({ cells, mmeLinks }: BareElement): ObjectRequirements[] {
  const pool = mmeLinks.map(({ s1Interface }) => s1Interface);
  return cells.map(({ object, carriers }) => ({ object, requires: [{ share: carriers }, pool] }));
}

/** An object that works while any one of a group does. */
function needing(object: string, group: RequirementGroup): ObjectRequirements {
  return { object, requires: [group] };
}
