import type { AlarmSelection } from './backend-alarms.js';
import type { Outcome } from './table/outcome.js';

/** What only a session that lasts can do: one over TCP. */
export interface Terminal {
  /** Logs a user in; the outcome says why not. */
  logIn(user: string, password: string): Promise<Outcome>;
  /** Ends the session after its last report. */
  logOut(): Promise<Outcome>;
  /** Shows alarms as they are raised and cleared, between the reports of commands. */
  reportAlarms(selection: AlarmSelection): Promise<Outcome>;
  /** Shows none any more. */
  reportNoAlarms(): Promise<Outcome>;
}
