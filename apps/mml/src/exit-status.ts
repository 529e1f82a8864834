/** How the program ends. */
export const exitStatus = {
  /** Every RETCODE was 0. */
  success: 0,
  /** A RETCODE was not 0, or the OMC refused a request. */
  failed: 1,
  /** The program was called wrongly, or a file cannot be read. */
  usage: 2,
  /** The OMC cannot be reached, or does not let the user in. */
  noSession: 3,
} as const;
export type ExitStatus = (typeof exitStatus)[keyof typeof exitStatus];

/** Why the program ends early, in one line, and how. */
export interface Stop {
  readonly ok: false;
  readonly status: ExitStatus;
  readonly message: string;
}

/** An early end. */
export function stop(status: ExitStatus, message: string): Stop {
  return { ok: false, status, message };
}
