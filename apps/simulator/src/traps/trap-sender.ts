import { createSocket, type Socket } from 'node:dgram';
import { encodeOmcAlarm, OMC_ALARM, type OmcAlarm } from '@omc/wire';
import snmp, { type Session } from 'net-snmp';

/** Where an NE sends its traps. */
export interface TrapDestination {
  readonly host: string;
  readonly port: number;
  readonly community: string;
}

/** Sends `omcAlarm` as SNMP v2c traps from an address of the NE's own; opens its socket at the first one. */
export class TrapSender {
  readonly #source: string;
  readonly #destination: TrapDestination;
  readonly #log: (line: string) => void;
  #session: Session | undefined;
  #sent = 0;

  constructor(source: string, destination: TrapDestination, log: (line: string) => void) {
    this.#source = source;
    this.#destination = destination;
    this.#log = log;
  }

  /** Traps handed to the network. */
  get sent(): number {
    return this.#sent;
  }

  /** Sends an alarm; that nobody receives it cannot be known. */
  send(alarm: OmcAlarm): void {
    this.#session ??= this.#open();
    this.#session.trap(OMC_ALARM, encodeOmcAlarm(alarm), (error) => {
      if (error === null) this.#sent += 1;
      else this.#log(`cannot send a trap from ${this.#source}: ${error.message}`);
    });
  }

  /** Gives the socket back; a later trap opens another. */
  close(): void {
    this.#session?.close();
    this.#session = undefined;
  }

  #open(): Session {
    const { host, port, community } = this.#destination;
    const options = {
      version: snmp.Version2c,
      trapPort: port,
      dgramModule: { createSocket: () => this.#bind() },
    };
    return snmp.createSession(host, community, options);
  }

  /** net-snmp would leave it unsaid that an address cannot be bound. */
  #bind(): Socket {
    const socket = createSocket('udp4');
    socket.on('error', (error) => this.#log(`traps from ${this.#source}: ${error.message}`));
    socket.bind({ address: this.#source });
    return socket;
  }
}
