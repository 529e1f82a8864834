import type { RemoteInfo } from 'node:dgram';
import type { CommandResult, Report, Submission } from '@omc/alarm';
import type { SnmpPdu } from 'net-snmp';
import { isLoopback, plainAddress } from './loopback.js';
import { notificationOf, sampleOf } from './notification.js';
import type { Reply } from './receiver-socket.js';
import { informKey, SeenInforms } from './seen-informs.js';
import type { TrapDependencies, TrapRejection, TrapRejectionReason } from './trap-dependencies.js';
import { readNotification } from './trap-report.js';

/** Uncommitted reports from which on notifications are dropped, and counted. */
export const MAX_UNCOMMITTED_REPORTS = 20_000;

/** One notification as it came in. */
export interface Arrival {
  readonly pdu: SnmpPdu;
  readonly buffer: Buffer;
  readonly from: RemoteInfo;
  /** Acknowledges it: there for informs only. */
  readonly reply: Reply | undefined;
}

/** Where notifications go. */
export interface IntakeListener {
  submit(submission: Submission): void;
  reject(rejection: TrapRejection): void;
}

/** Decides what becomes of each notification. An inform is acknowledged once it is committed, or counted for good. */
export class TrapIntake {
  readonly #dependencies: TrapDependencies;
  readonly #listener: IntakeListener;
  readonly #seen = new SeenInforms();
  #uncommitted = 0;

  constructor(dependencies: TrapDependencies, listener: IntakeListener) {
    this.#dependencies = dependencies;
    this.#listener = listener;
  }

  /** Takes a notification whose community was accepted. */
  take(arrival: Arrival): void {
    const { pdu, from } = arrival;
    const address = plainAddress(from.address);
    if (pdu.community === 'public' && !isLoopback(address))
      this.reject('auth', 'community public is for loopback only', from);
    else if (arrival.reply === undefined) this.#read(arrival, address);
    else this.#takeInform(arrival, arrival.reply, address);
  }

  /** Counts what led to no report. */
  reject(reason: TrapRejectionReason, detail: string, from: RemoteInfo, sample?: string): void {
    const sender = `${plainAddress(from.address)}:${from.port}`;
    this.#listener.reject({
      source: 'snmp',
      reason,
      detail,
      from: sender,
      ...(sample !== undefined && { sample }),
    });
  }

  #takeInform(arrival: Arrival, reply: Reply, address: string): void {
    const key = informKey(arrival.buffer, arrival.from);
    const before = this.#seen.hear(key, this.#dependencies.clock.now());
    if (before === 'committed') reply();
    if (before !== 'new') {
      this.reject('duplicate', 'a retransmitted inform', arrival.from);
      return;
    }
    const kept = () => {
      this.#seen.commit(key);
      reply();
    };
    this.#read({ ...arrival, reply: kept }, address, () => this.#seen.forget(key));
  }

  #read({ pdu, from, reply }: Arrival, address: string, lost?: () => void): void {
    const notification = notificationOf(pdu);
    if (notification === undefined) {
      this.reject('malformed', 'snmpTrapOID.0 is missing', from);
      reply?.();
      return;
    }
    const now = this.#dependencies.clock.now();
    const reading = readNotification(notification, address, now, this.#dependencies);
    if (reading.report === undefined) {
      this.reject(reading.reason, reading.detail, from, sampleOf(notification));
      // What may not report is not told that it was heard.
      if (reading.reason === 'not-allowed') lost?.();
      else reply?.();
    } else this.#submit(reading.report, from, reply, lost);
  }

  #submit(report: Report, from: RemoteInfo, reply: Reply | undefined, lost: (() => void) | undefined): void {
    if (this.#uncommitted >= MAX_UNCOMMITTED_REPORTS) {
      this.reject('overload', `${MAX_UNCOMMITTED_REPORTS} reports are not committed yet`, from);
      lost?.();
      return;
    }
    this.#uncommitted++;
    this.#listener.submit({
      command: { kind: 'report', report },
      settle: (result) => this.#settled(result, report, from, reply),
      fail: () => {
        this.#uncommitted--;
        lost?.();
        this.reject('not-stored', `the report of NE ${report.ne} could not be stored`, from);
      },
    });
  }

  #settled(result: CommandResult, report: Report, from: RemoteInfo, reply: Reply | undefined): void {
    this.#uncommitted--;
    if (result.refused === 'not-found') this.reject('unknown-ne', `NE ${report.ne} is not registered`, from);
    else if (result.refused !== undefined) this.reject('malformed', result.reason, from);
    reply?.();
  }
}
