/** How the link to an NE stands, for people and for gauges. */
export interface LinkStatus {
  readonly state: 'connecting' | 'connected' | 'disconnected';
  /** When a handshake was answered last, ms since 1970. */
  readonly lastHandshakeAt: number | null;
  /** Unanswered handshakes in a row. */
  readonly misses: number;
  /** By how much the NE's clock is ahead; null until it is known on this link. */
  readonly clockOffsetMs: number | null;
  /** Why the last dial, hello or handshake failed; null once a handshake is answered. */
  readonly reason: string | null;
}

/** How many NEs are in each state. */
export type LinkCounts = Readonly<Record<LinkStatus['state'], number>>;
