import type { Topology } from '@omc/alarm';

/** A remote radio unit. In a ring both ports are in use, in a chain the second one leads to the next unit. */
export interface RruPlan {
  readonly object: string;
  /** `Port=0`, towards the branch's first port of the baseband unit, and `Port=1`, away from it. */
  readonly ports: readonly [string, string];
  /** Empty where the cells are told apart by radio units only. */
  readonly txChannels: readonly string[];
}

/**
 * How radio units are connected. A chain hangs on one port; a ring on two, and its units move to the other direction
 * when theirs is lost: a hot ring at once, a cold one after a short break.
 */
export type BranchShape = 'chain' | 'hot-ring' | 'cold-ring';

/** Radio units behind one port of a baseband board, or between two of them. */
export interface BranchPlan {
  readonly shape: BranchShape;
  /** One in a chain, two in a ring: before the first unit, and behind the last one. */
  readonly irPorts: readonly string[];
  /** From the first port outwards; at least one. */
  readonly rrus: readonly RruPlan[];
}

/** A cell and what carries it together. */
export interface CellPlan {
  readonly object: string;
  /** Transmit channels or radio units; each that is missing is felt. */
  readonly carriers: readonly string[];
}

/** An S1 interface and the SCTP link to the MME that carries it. */
export interface MmeLinkPlan {
  readonly sctpLink: string;
  readonly s1Interface: string;
  /** The MME, an object of the NE `network`. */
  readonly mme: string;
}

/** An X2 interface and the SCTP link to the neighbour that carries it. */
export interface PeerLinkPlan {
  readonly sctpLink: string;
  readonly x2Interface: string;
  /** The neighbour's index in the network. */
  readonly neighbour: number;
}

/** Where an eNodeB stands and what it hangs on; all names are of objects of the NE `network`. */
export interface PlacePlan {
  readonly site: string;
  readonly subnet: string;
  /** One, or two where either is enough. */
  readonly hubs: readonly string[];
  /** Carries S1 and user plane, but not the link to the OMC. */
  readonly router: string;
}

/** Which interface connects radio units: its alarm types go by other numbers, and mean the same. */
export type Fronthaul = 'ir' | 'cpri';

/** One eNodeB: where it listens and what it is made of. */
export interface ElementPlan extends PlacePlan {
  readonly index: number;
  readonly id: string;
  readonly host: string;
  readonly port: number;
  readonly fronthaul: Fronthaul;
  readonly branches: readonly BranchPlan[];
  readonly cells: readonly CellPlan[];
  readonly mmeLinks: readonly MmeLinkPlan[];
  readonly peerLinks: readonly PeerLinkPlan[];
  readonly controlPlane: string;
  readonly userPlanePath: string;
  /** The network interface of S1 and user plane. */
  readonly interface: string;
  readonly satelliteCard: string;
  readonly power: string;
  /** Whether it goes on when mains and battery are gone: the grid reaches it in two ways. */
  readonly hasSecondGrid: boolean;
  /** Alarm types that it reports by SNMP trap instead of over its link. */
  readonly trapTypes: readonly number[];
  /** What its objects require, as the OMC is told. */
  readonly topology: Topology;
}

/** A whole network; an element's index is its place in the list. */
export interface NetworkPlan {
  readonly elements: readonly ElementPlan[];
  /** All MMEs, objects of the NE `network`. */
  readonly mmes: readonly string[];
}

/** What a network is generated from. */
export interface NetworkSettings {
  readonly nes: number;
  readonly cells: number;
  readonly seed: number;
  /** IPv4 address before that of the first NE. */
  readonly base: string;
  readonly port: number;
}
