import type { RemoteInfo } from 'node:dgram';
import type { CommandResult, Report, Submission } from '@omc/alarm';
import type { Notification } from '@omc/wire';
import { plainAddress } from './loopback.js';
import type { Sender } from './ne-directory.js';
import { sampleOf } from './notification-sample.js';
import { SeenInforms } from './seen-informs.js';
import type {
  TrapDependencies,
  TrapOutcomes,
  TrapRejection,
  TrapRejectionReason,
} from './trap-dependencies.js';
import { readNotification } from './trap-reading.js';

/** Uncommitted reports from which on notifications are dropped, and counted. */
export const MAX_UNCOMMITTED_REPORTS = 20_000;

/** One notification as it came in, its sender accepted. */
export interface Arrival {
  readonly notification: Notification;
  readonly sender: Sender;
  readonly from: RemoteInfo;
  /** There for informs only. */
  readonly inform?: {
    /** What a retransmission has in common with its original. */
    readonly key: string;
    /** Acknowledges it. */
    reply(): void;
  };
}

type IntakeDependencies = Omit<TrapDependencies, 'usm'>;

/** Where notifications go. */
export interface IntakeListener {
  submit(submission: Submission): void;
  reject(rejection: TrapRejection): void;
}

/** How an inform ends. */
interface Ending {
  kept(): void;
  lost(): void;
}

const TRAP_ENDING: Ending = { kept: () => undefined, lost: () => undefined };

/** Decides what becomes of each notification. An inform is acknowledged once it is committed, or counted for good. */
export class TrapIntake {
  readonly outcomes: TrapOutcomes = { reports: 0, ignored: 0, resync: 0, discovery: 0 };
  readonly #dependencies: IntakeDependencies;
  readonly #listener: IntakeListener;
  readonly #seen = new SeenInforms();
  #uncommitted = 0;

  constructor(dependencies: IntakeDependencies, listener: IntakeListener) {
    this.#dependencies = dependencies;
    this.#listener = listener;
  }

  /** Reports that are submitted and not committed yet. */
  get uncommitted(): number {
    return this.#uncommitted;
  }

  /** Takes a notification whose community or user was accepted. */
  take(arrival: Arrival): void {
    const { inform } = arrival;
    if (inform === undefined) return this.#read(arrival, TRAP_ENDING);
    const before = this.#seen.hear(inform.key, this.#dependencies.clock.now());
    if (before === 'committed') inform.reply();
    if (before !== 'new') return this.reject('duplicate', 'a retransmitted inform', arrival.from);
    this.#read(arrival, {
      kept: () => {
        this.#seen.commit(inform.key);
        inform.reply();
      },
      lost: () => this.#seen.forget(inform.key),
    });
  }

  /** Counts what led to no report. */
  reject(reason: TrapRejectionReason, detail: string, from: RemoteInfo, notification?: Notification): void {
    const isKept = reason === 'unmapped' || reason === 'unknown-ne';
    this.#listener.reject({
      source: 'snmp',
      reason,
      detail,
      from: `${plainAddress(from.address)}:${from.port}`,
      ...(notification !== undefined && { sample: sampleOf(notification) }),
      ...(notification !== undefined && isKept && { notification }),
    });
  }

  #read({ notification, sender, from }: Arrival, ending: Ending): void {
    const now = this.#dependencies.clock.now();
    const reading = readNotification(notification, sender, now, this.#dependencies);
    if (reading.leads === 'report') return this.#submit(reading.report, from, ending);
    if (reading.leads === 'ignore') this.outcomes.ignored++;
    else if (reading.leads === 'resync') {
      this.outcomes.resync++;
      this.#dependencies.resync(reading.ne);
    } else this.reject(reading.reason, reading.detail, from, notification);
    // What may not report is not told that it was heard.
    if (reading.leads === 'nothing' && reading.reason === 'not-allowed') ending.lost();
    else ending.kept();
  }

  #submit(report: Report, from: RemoteInfo, ending: Ending): void {
    if (this.#uncommitted >= MAX_UNCOMMITTED_REPORTS) {
      this.reject('overload', `${MAX_UNCOMMITTED_REPORTS} reports are not committed yet`, from);
      return ending.lost();
    }
    this.#uncommitted++;
    this.#listener.submit({
      command: { kind: 'report', report, origin: { source: 'snmp', from: plainAddress(from.address) } },
      settle: (result) => this.#settled(result, ending),
      fail: () => {
        this.#uncommitted--;
        ending.lost();
        this.reject('not-stored', `the report of NE ${report.ne} could not be stored`, from);
      },
    });
  }

  /** Committed, or refused, which the writer counts: it would be refused again. */
  #settled({ refused }: CommandResult, ending: Ending): void {
    this.#uncommitted--;
    if (refused === undefined) this.outcomes.reports++;
    ending.kept();
  }
}
