import type { Outcome } from './table/outcome.js';

/** What only a session that lasts can do: one over TCP. */
export interface Terminal {
  /** Logs a user in; the outcome says why not. */
  logIn(user: string, password: string): Promise<Outcome>;
  /** Ends the session after its last report. */
  logOut(): Promise<Outcome>;
}
