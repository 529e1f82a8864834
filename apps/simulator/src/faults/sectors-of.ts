import type { ElementPlan } from '../network/network-plan.js';

/** A radio unit as a link of a chain. */
interface ChainedRru {
  readonly object: string;
  readonly nextPort: string;
  readonly txChannels: readonly string[];
}

/** A chain of radio units and a cell on it. */
export interface Sector {
  readonly irPort: string;
  readonly chain: readonly ChainedRru[];
  readonly cell: string;
}

/** The branches of an eNodeB, each with its first cell. */
export function sectorsOf({ branches, cells }: ElementPlan): readonly Sector[] {
  return branches.map(({ irPorts, rrus }) => ({
    irPort: irPorts[0] as string,
    chain: rrus.map(({ object, ports, txChannels }) => ({ object, txChannels, nextPort: ports[1] })),
    cell: cells.find(({ carriers }) =>
      rrus.some(({ object }) => carriers.some((one) => one.startsWith(object))),
    )?.object as string,
  }));
}
