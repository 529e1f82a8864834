import type { RemoteInfo, Socket } from 'node:dgram';

type MessageHandler = (buffer: Buffer, from: RemoteInfo) => void;

/** Sends what was held. */
export type Reply = () => void;

/**
 * Stands between net-snmp's receiver and the UDP socket, as the dgram module that it creates its socket from:
 * net-snmp answers an inform before it tells of it, so the answer is held here until somebody wants it sent.
 */
export class ReceiverSocket {
  readonly #socket: Socket;
  readonly #sendFailed: (error: Error) => void;
  #handler: MessageHandler = () => undefined;
  #reply: Reply | undefined;

  /** The socket is bound and closed by its owner. */
  constructor(socket: Socket, sendFailed: (error: Error) => void) {
    this.#socket = socket;
    this.#sendFailed = sendFailed;
  }

  /** Hands a datagram to net-snmp; whatever it makes net-snmp throw comes back. */
  receive(buffer: Buffer, from: RemoteInfo): void {
    this.#reply = undefined;
    this.#handler(buffer, from);
  }

  /** The answer to the datagram that is being received, if it asks for one; from now on the caller's to send. */
  takeReply(): Reply | undefined {
    const reply = this.#reply;
    this.#reply = undefined;
    return reply;
  }

  /** dgram.createSocket, for net-snmp. */
  createSocket(): this {
    return this;
  }

  /** Errors are the owner's business. */
  on(event: string, handler: MessageHandler): this {
    if (event === 'message') this.#handler = handler;
    return this;
  }

  /** The owner has done so. */
  bind(): this {
    return this;
  }

  send(buffer: Buffer, offset: number, length: number, port: number, address: string): void {
    this.#reply = () =>
      this.#socket.send(buffer, offset, length, port, address, (error) => {
        if (error !== null) this.#sendFailed(error);
      });
  }

  /** The owner will do so. */
  close(): this {
    return this;
  }
}
