import type { RemoteInfo, Socket } from 'node:dgram';
import type { Submission } from '@omc/alarm';
import { type CommunityMessage, decodeSnmpMessage, responseTo, type UserMessage } from '@omc/wire';
import { type Observable, Subject } from 'rxjs';
import { kernelDrops } from './kernel-drops.js';
import { plainAddress } from './loopback.js';
import { informKey } from './seen-informs.js';
import type { TrapDependencies, TrapOutcomes, TrapRejection } from './trap-dependencies.js';
import { TrapIntake } from './trap-intake.js';
import { bindUdp, grantedBuffer, RECEIVE_BUFFER_BYTES } from './udp-socket.js';
import { UsmGate } from './usm/usm-gate.js';

/** A running receiver of SNMP notifications. */
export interface TrapReceiver {
  /** Reports for the single writer. Subscribe at once: what comes before is lost. */
  readonly submissions$: Observable<Submission>;
  /** Every datagram that led to no report although it might have. */
  readonly rejected$: Observable<TrapRejection>;
  readonly address: { readonly host: string; readonly port: number };
  /** Reports that are submitted and not committed yet. */
  readonly uncommitted: number;
  /** Datagrams received so far: each ends as one of the outcomes or rejected, once what is uncommitted is settled. */
  received(): number;
  /** What became of those that were understood. */
  outcomes(): TrapOutcomes;
  /** Datagrams that the kernel dropped because they were not read in time. */
  dropped(): Promise<number>;
  /** Stops; resolves when the port is free. */
  close(): Promise<void>;
}

/** Listens for SNMP notifications. Rejects with an error that names protocol, address and port where it cannot. */
export async function startTrapReceiver(dependencies: TrapDependencies): Promise<TrapReceiver> {
  const socket = await bindUdp(dependencies.host, dependencies.port);
  return new SnmpTrapReceiver(socket, dependencies);
}

class SnmpTrapReceiver implements TrapReceiver {
  readonly submissions$: Observable<Submission>;
  readonly rejected$: Observable<TrapRejection>;
  readonly address: { readonly host: string; readonly port: number };
  readonly #submissions = new Subject<Submission>();
  readonly #rejected = new Subject<TrapRejection>();
  readonly #socket: Socket;
  readonly #dependencies: TrapDependencies;
  readonly #intake: TrapIntake;
  readonly #usm: UsmGate;
  #received = 0;

  constructor(socket: Socket, dependencies: TrapDependencies) {
    const { log } = dependencies;
    this.#socket = socket;
    this.#dependencies = dependencies;
    this.#usm = new UsmGate({ ...dependencies.usm, clock: dependencies.clock });
    this.submissions$ = this.#submissions.asObservable();
    this.rejected$ = this.#rejected.asObservable();
    const { address, port } = socket.address();
    this.address = { host: address, port };
    this.#intake = new TrapIntake(dependencies, {
      submit: (submission) => this.#submissions.next(submission),
      reject: (rejection) => this.#rejected.next(rejection),
    });
    socket.on('error', (error) => log.warn({ error }, 'SNMP socket'));
    socket.on('message', (buffer, from) => this.#receive(buffer, from));
    const granted = grantedBuffer(socket);
    if (granted < RECEIVE_BUFFER_BYTES)
      log.warn(
        { granted, wanted: RECEIVE_BUFFER_BYTES },
        `small SNMP receive buffer, a burst may be lost: sysctl -w net.core.rmem_max=${RECEIVE_BUFFER_BYTES}`,
      );
  }

  get uncommitted(): number {
    return this.#intake.uncommitted;
  }

  received(): number {
    return this.#received;
  }

  outcomes(): TrapOutcomes {
    return { ...this.#intake.outcomes };
  }

  dropped(): Promise<number> {
    return kernelDrops(this.address);
  }

  async close(): Promise<void> {
    this.#submissions.complete();
    await new Promise<void>((resolve) => this.#socket.close(() => resolve()));
    this.#rejected.complete();
  }

  #receive(bytes: Buffer, from: RemoteInfo): void {
    this.#received++;
    const decoded = decodeSnmpMessage(bytes);
    if (!decoded.ok) this.#intake.reject('malformed', decoded.reason, from);
    else if (decoded.message.version === 'v3') this.#receiveUser(decoded.message, bytes, from);
    else this.#receiveCommunity(decoded.message, bytes, from);
  }

  #receiveCommunity({ community, pdu }: CommunityMessage, bytes: Buffer, from: RemoteInfo): void {
    const sender = { address: plainAddress(from.address), community };
    if (!this.#dependencies.nes.accepts(sender))
      return this.#intake.reject('auth', 'the community is not accepted from there', from);
    this.#intake.take({
      notification: pdu,
      sender,
      from,
      ...(pdu.confirmed && {
        inform: { key: informKey(bytes, from), reply: () => this.#send(responseTo(bytes, pdu), from) },
      }),
    });
  }

  #receiveUser(message: UserMessage, bytes: Buffer, from: RemoteInfo): void {
    const verdict = this.#usm.judge(message, bytes, `${from.address}|${from.port}`);
    if (verdict.kind === 'discovery') {
      this.#intake.outcomes.discovery++;
      this.#send(verdict.report, from);
    } else if (verdict.kind === 'refused') {
      this.#intake.reject(verdict.reason, verdict.detail, from);
      if (verdict.report !== undefined) this.#send(verdict.report, from);
    } else {
      const { pdu, scopedPdu, response } = verdict;
      this.#intake.take({
        notification: pdu,
        sender: { address: plainAddress(from.address) },
        from,
        ...(pdu.confirmed && {
          inform: { key: informKey(scopedPdu, from), reply: () => this.#send(response(), from) },
        }),
      });
    }
  }

  #send(bytes: Uint8Array, { port, address }: RemoteInfo): void {
    this.#socket.send(bytes, port, address, (error) => {
      if (error !== null) this.#dependencies.log.warn({ error }, 'inform not acknowledged');
    });
  }
}
