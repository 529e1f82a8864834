/** How an NE is reached: over the NE link, which the OMC dials, or by SNMP alone. */
export const neKinds = ['link', 'snmp'] as const;
export type NeKind = (typeof neKinds)[number];

/** From where and how an NE's notifications of SNMPv1 and v2c come; what is left out follows the OMC's own rule. */
export interface SnmpAccess {
  /** Addresses and networks (`10.0.0.0/24`) that may report for the NE, instead of its host. */
  readonly sources?: readonly string[];
  /** The only community accepted for the NE. A secret: never shown. */
  readonly community?: string;
  /** The user of SNMPv3 by which an NE without a link is asked, instead of the community. */
  readonly user?: string;
  /** What becomes of its faults when it has restarted and has no list of them; left out: they stay. */
  readonly onRestart?: 'keep' | 'clear';
}

/** A network element (3GPP TS 32.101: managed by the OMC) as it is registered. */
export interface NetworkElement {
  readonly id: string;
  readonly kind: NeKind;
  readonly host: string;
  readonly port: number;
  readonly snmp?: SnmpAccess;
  /** Whether its link goes over TLS; left out, it follows the OMC's own rule. */
  readonly tls?: boolean;
}

/** How far an NE's numbered events are durably processed (the NE's numbering restarts with each epoch). */
export interface LinkPosition {
  readonly epoch: string;
  /** Everything up to here is in the database, without a hole. */
  readonly ackedSeq: number;
  /** The highest number seen; beyond `ackedSeq` only while a hole waits for its sync. */
  readonly seenSeq: number;
}
