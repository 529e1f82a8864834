/** What sessions of MML over TCP may take of the house. */
export interface MmlLimits {
  /** Users who are logged in at once. */
  readonly mostSessions: number;
  /** Connections on which nobody is logged in; a further one takes the place of the oldest. */
  readonly mostStrangers: number;
  /** Time to log in. */
  readonly loginMs: number;
  /** Time between commands. */
  readonly idleMs: number;
  /** Time for a client to take what it is sent. */
  readonly slowMs: number;
  /** Time for a client to go after the last report. */
  readonly leaveMs: number;
  /** Characters of one command. */
  readonly longestCommand: number;
  /** Wrong passwords until the connection is closed. */
  readonly mostWrongPasswords: number;
}

/** The limits, but for the time between commands, which is set. */
export const mmlLimits: Omit<MmlLimits, 'idleMs'> = {
  mostSessions: 200,
  mostStrangers: 100,
  loginMs: 30_000,
  slowMs: 30_000,
  leaveMs: 2_000,
  longestCommand: 65_536,
  mostWrongPasswords: 3,
};
