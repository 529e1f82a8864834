import type { SchedulerLike } from 'rxjs';
import type { TrapDestination } from '../traps/trap-sender.js';

/** What a simulated NE is made from; only the id is needed. */
export interface SimulatedElementSettings {
  readonly id: string;
  /** Address to listen on and to send traps from; 127.0.0.1. */
  readonly host?: string;
  /** Port to listen on; 0, which lets the system choose at the first start. */
  readonly port?: number;
  /** Of the first process; random where it is left out. */
  readonly epoch?: string;
  /** Unacknowledged events that it holds; 20,000. */
  readonly capacity?: number;
  /** By how much its clock is ahead, in milliseconds; 0. */
  readonly clockOffsetMs?: number;
  /** The time that it goes by. */
  readonly scheduler?: SchedulerLike;
  /** Alarm types that it reports by trap instead of over the link, and where to. */
  readonly traps?: { readonly types: readonly number[]; readonly destination: TrapDestination };
  /** Told what an operator of the simulator should know; standard error. */
  readonly log?: (line: string) => void;
}
