import type { ActionOutcome, ActOnAlarms } from './alarm-action.js';
import type { Actor } from './audit-entry.js';
import type { AutoAcknowledgement } from './auto-acknowledge.js';
import type { OmcTrouble } from './derived/trouble-watch.js';
import type { FilterScope, StoredFilter } from './filter.js';
import type { ReportOrigin } from './loss-tally.js';
import type { NetworkElement } from './ne.js';
import type { Details, Info, RawState, Report } from './report.js';
import type { ShelfPlan } from './shelving/shelf.js';
import type { Topology } from './topology.js';
import type { TypeChange } from './type-settings.js';

/** One numbered event of an NE link, its time already corrected. */
export interface LinkEvent extends Details {
  readonly seq: number;
  readonly object: string;
  readonly alarmId: number;
  readonly state: RawState;
  readonly at: number;
}

/** One fault that an NE names in its answer to a sync. */
export interface SyncFault extends Details {
  readonly object: string;
  readonly alarmId: number;
  readonly since: number;
}

/** What NE links tell. `arrivedAt` is when the last byte of it was read. */
export type LinkCommand =
  /** Events in the order in which they were read; those known already are dropped. */
  | {
      readonly kind: 'link-events';
      readonly ne: string;
      readonly epoch: string;
      readonly events: readonly LinkEvent[];
      readonly arrivedAt: number;
    }
  /** A whole answer to a sync: what is not named is ok now; everything up to `seq` counts as processed. */
  | {
      readonly kind: 'link-sync';
      readonly ne: string;
      readonly epoch: string;
      readonly seq: number;
      readonly faults: readonly SyncFault[];
      readonly arrivedAt: number;
    }
  /**
   * All faults of an agent that was asked by SNMP at `askedAt`: what it does not name is ok now, save what was reported
   * since then, over a link, or of the types in `spared`.
   */
  | {
      readonly kind: 'agent-sync';
      readonly ne: string;
      readonly faults: readonly SyncFault[];
      readonly spared: readonly number[];
      readonly askedAt: number;
      readonly at: number;
    }
  /** The link speaks another epoch, or has lost events up to before `firstSeq`: number from there. */
  | { readonly kind: 'link-epoch'; readonly ne: string; readonly epoch: string; readonly firstSeq: number }
  /** Everything that the NE had to say is read: its windows go on. */
  | { readonly kind: 'link-heard'; readonly ne: string; readonly at: number }
  /** The link is closed, paused or not read to its end: its windows wait. */
  | { readonly kind: 'link-held'; readonly ne: string; readonly at: number }
  /** A handshake that was due at `at` stays unanswered: the first of a row. */
  | { readonly kind: 'link-missed'; readonly ne: string; readonly at: number }
  /** Answered for the first time, or again before so many were missed that 301 was raised. */
  | { readonly kind: 'link-answered'; readonly ne: string; readonly at: number }
  /** Three handshakes in a row were missed: raises 301. `faultAt`: when the first of them was due. */
  | {
      readonly kind: 'link-disconnected';
      readonly ne: string;
      readonly faultAt: number;
      readonly at: number;
      readonly reason: string;
    }
  /** Redialling failed for another reason than before: goes to the log of the open 301. */
  | { readonly kind: 'link-trouble'; readonly ne: string; readonly at: number; readonly reason: string }
  /** Hello and handshake are answered again: clears 301. */
  | { readonly kind: 'link-reconnected'; readonly ne: string; readonly at: number };

/** A raw change of a key, as the journal has it. */
export interface KeyChange {
  readonly ne: string;
  readonly object: string;
  readonly state: RawState;
  readonly at: number;
}

/** What operators ask for about shelves. */
export type ShelfCommand =
  /** Takes alarms out of sight for a while; `by` is its owner. */
  | { readonly kind: 'add-shelf'; readonly shelf: ShelfPlan; readonly by: string }
  /** Moves the end of a shelf, its begin while that is to come, or says another reason. */
  | {
      readonly kind: 'change-shelf';
      readonly id: string;
      readonly change: Partial<Pick<ShelfPlan, 'fromAt' | 'untilAt' | 'reason'>>;
      readonly by: string;
    }
  /** Ends a shelf now: what it hides is back at once. */
  | { readonly kind: 'end-shelf'; readonly id: string; readonly by: string };

/** What people and programs ask for. `by` is the user. */
export type OperatorCommand =
  | ShelfCommand
  | {
      readonly kind: 'set-filter';
      readonly filter: StoredFilter;
      readonly by: string;
      /** Earlier changes of the filter's keys, where it looks further back than the one before; oldest first. */
      readonly history?: readonly KeyChange[];
    }
  | {
      readonly kind: 'remove-filter';
      readonly scope: FilterScope;
      readonly by: string;
      readonly history?: readonly KeyChange[];
    }
  | { readonly kind: 'add-ne'; readonly ne: NetworkElement; readonly by: string }
  | { readonly kind: 'change-ne'; readonly ne: NetworkElement; readonly by: string }
  /** Sets what is named about an alarm type. */
  | {
      readonly kind: 'change-alarm-type';
      readonly alarmId: number;
      readonly change: TypeChange;
      readonly by: string;
    }
  /** Sets which alarms are acknowledged by themselves, by severity; what is left out never is. */
  | {
      readonly kind: 'set-auto-acknowledgement';
      readonly setting: AutoAcknowledgement;
      readonly by: string;
    }
  | { readonly kind: 'remove-ne'; readonly id: string; readonly by: string }
  | {
      readonly kind: 'set-topology';
      /** A registered NE, or `network`. */
      readonly ne: string;
      readonly topology: Topology;
      readonly by: string;
      /** The version that it is to replace (0: none); whichever there is, where it is left out. */
      readonly ifVersion?: number;
    };

/** Everything that the single writer does something about, in the order in which it is given. */
export type Command =
  | LinkCommand
  | OperatorCommand
  | ActOnAlarms
  /** A trouble of the OMC itself begins (raised at `at`, there since `sinceAt`) or is over. */
  | {
      readonly kind: 'omc-trouble';
      readonly trouble: OmcTrouble;
      readonly turn: 'begun' | 'ended';
      readonly sinceAt: number;
      readonly at: number;
      /** What it is about. */
      readonly text: string;
      readonly info: Info;
    }
  /** A report that no link numbers: SNMP, VES. */
  | { readonly kind: 'report'; readonly report: Report; readonly origin: ReportOrigin }
  /** Deadlines up to `at` are due; those of NEs in `unread` have to wait until what was received is read. */
  | { readonly kind: 'deadline'; readonly at: number; readonly unread?: ReadonlySet<string> };

/** Why a command was not carried out. */
export interface Refusal {
  readonly refused: 'invalid' | 'not-found' | 'conflict' | 'not-allowed';
  /** The member that is wrong, where one is. */
  readonly field?: string;
  readonly reason: string;
}

/** What became of a command, told only after its commit. */
export interface Done {
  readonly refused?: undefined;
  /** Link commands: everything up to here is in the database. */
  readonly ackedSeq?: number;
  /** A topology that was put: its number, which grows by one with each that is put for its NE. */
  readonly version?: number;
  /** Actions on alarms: what became of each, in their order. */
  readonly outcomes?: readonly ActionOutcome[];
  /** What was done, but may not be what was meant. */
  readonly warnings?: readonly string[];
}

export type CommandResult = Done | Refusal;

/** A command on its way to the writer. Exactly one of the two is called, once, after the commit or when there can be none. */
export interface Submission {
  readonly command: Command;
  /** On whose behalf: what they do is in the audit log. Nobody's: what the OMC does by itself. */
  readonly actor?: Actor;
  readonly settle: (result: CommandResult) => void;
  readonly fail: (error: unknown) => void;
}

/** Wraps a command so that its sender can wait for the commit. */
export function submissionOf(
  command: Command,
  actor?: Actor,
): Submission & { readonly committed: Promise<CommandResult> } {
  let settle!: Submission['settle'];
  let fail!: Submission['fail'];
  const committed = new Promise<CommandResult>((resolve, reject) => {
    settle = resolve;
    fail = reject;
  });
  return { command, ...(actor === undefined ? {} : { actor }), settle, fail, committed };
}
