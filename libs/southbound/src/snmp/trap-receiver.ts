import type { RemoteInfo, Socket } from 'node:dgram';
import type { Submission } from '@omc/alarm';
import { createReceiver } from 'net-snmp';
import { type Observable, Subject } from 'rxjs';
import { ReceiverSocket } from './receiver-socket.js';
import type { TrapDependencies, TrapRejection } from './trap-dependencies.js';
import { TrapIntake } from './trap-intake.js';
import { bindUdp, kernelDrops, RECEIVE_BUFFER_BYTES } from './udp-socket.js';

/** A running receiver of SNMP v1 and v2c notifications. */
export interface TrapReceiver {
  /** Reports for the single writer. Subscribe at once: what comes before is lost. */
  readonly submissions$: Observable<Submission>;
  /** Every datagram that led to no report. */
  readonly rejected$: Observable<TrapRejection>;
  readonly address: { readonly host: string; readonly port: number };
  /** Datagrams received so far: those submitted and those rejected. */
  received(): number;
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
  readonly #replies: ReceiverSocket;
  readonly #intake: TrapIntake;
  #arriving: { readonly buffer: Buffer; readonly from: RemoteInfo } | undefined;
  #received = 0;

  constructor(socket: Socket, dependencies: TrapDependencies) {
    const { log } = dependencies;
    this.#socket = socket;
    this.submissions$ = this.#submissions.asObservable();
    this.rejected$ = this.#rejected.asObservable();
    const { address, port } = socket.address();
    this.address = { host: address, port };
    this.#intake = new TrapIntake(dependencies, {
      submit: (submission) => this.#submissions.next(submission),
      reject: (rejection) => this.#rejected.next(rejection),
    });
    this.#replies = new ReceiverSocket(socket, (error) => log.warn({ error }, 'inform not acknowledged'));
    this.#listen(dependencies.communities);
    socket.on('error', (error) => log.warn({ error }, 'SNMP socket'));
    socket.on('message', (buffer, from) => this.#receive(buffer, from));
    const granted = socket.getRecvBufferSize();
    if (granted < RECEIVE_BUFFER_BYTES)
      log.warn(
        { granted, wanted: RECEIVE_BUFFER_BYTES },
        'small SNMP receive buffer: raise net.core.rmem_max',
      );
  }

  received(): number {
    return this.#received;
  }

  dropped(): Promise<number> {
    return kernelDrops(this.address.port);
  }

  async close(): Promise<void> {
    this.#submissions.complete();
    await new Promise<void>((resolve) => this.#socket.close(() => resolve()));
    this.#rejected.complete();
  }

  #listen(communities: readonly string[]): void {
    const options = { includeAuthentication: true, dgramModule: this.#replies };
    const receiver = createReceiver(options, (error, data) => {
      const arriving = this.#arriving;
      if (arriving === undefined) return;
      const reply = this.#replies.takeReply();
      this.#arriving = undefined;
      if (data !== undefined && error === null) this.#intake.take({ ...arriving, pdu: data.pdu, reply });
      else this.#refuse(error, arriving.from);
    });
    for (const community of communities) receiver.getAuthorizer().addCommunity(community);
  }

  /** net-snmp tells of each datagram at most once, and throws on some that are malformed. */
  #receive(buffer: Buffer, from: RemoteInfo): void {
    this.#received++;
    this.#arriving = { buffer, from };
    try {
      this.#replies.receive(buffer, from);
    } catch (error) {
      if (this.#arriving === undefined) throw error;
      this.#intake.reject('malformed', 'not a readable SNMP message', from);
      this.#arriving = undefined;
    }
    if (this.#arriving !== undefined) this.#intake.reject('auth', 'SNMPv3 user not accepted', from);
    this.#arriving = undefined;
  }

  /** Errors of net-snmp hold communities and expected digests, so their texts go nowhere. */
  #refuse(error: Error | null, from: RemoteInfo): void {
    if (error?.name === 'RequestFailedError')
      this.#intake.reject('auth', 'community or user not accepted', from);
    else this.#intake.reject('malformed', 'not a readable SNMP notification', from);
  }
}
