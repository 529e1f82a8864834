/** A remote radio unit in the chain of its sector. */
export interface RruPlan {
  readonly object: string;
  /** The port away from the baseband unit, to which the next unit of the chain is connected. */
  readonly nextPort: string;
  readonly txChannels: readonly string[];
}

/** One sector: a chain of radio units behind a port of the baseband board, serving one cell. */
export interface SectorPlan {
  readonly irPort: string;
  /** From the baseband unit outwards; at least one. */
  readonly chain: readonly RruPlan[];
  readonly cell: string;
}

/** An S1 interface and the SCTP link to the MME that carries it. */
export interface MmeLinkPlan {
  readonly sctpLink: string;
  readonly s1Interface: string;
}

/** An X2 interface and the SCTP link to the neighbour that carries it. */
export interface PeerLinkPlan {
  readonly sctpLink: string;
  readonly x2Interface: string;
  /** The neighbour's index in the network. */
  readonly neighbour: number;
}

/** One eNodeB: where it listens and what it is made of. */
export interface ElementPlan {
  readonly index: number;
  readonly id: string;
  readonly host: string;
  readonly port: number;
  readonly sectors: readonly SectorPlan[];
  readonly mmeLinks: readonly MmeLinkPlan[];
  readonly peerLinks: readonly PeerLinkPlan[];
  readonly controlPlane: string;
  readonly userPlanePath: string;
  readonly satelliteCard: string;
  /** Alarm types that it reports by SNMP trap instead of over its link. */
  readonly trapTypes: readonly number[];
}

/** A whole network; an element's index is its place in the list. */
export interface NetworkPlan {
  readonly elements: readonly ElementPlan[];
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
