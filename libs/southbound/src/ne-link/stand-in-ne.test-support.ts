import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import {
  encodeNeMessage,
  LineSplitter,
  type NeHello,
  type NeMessage,
  type OmcMessage,
  parseOmcMessage,
} from '@omc/wire';
import { filter, firstValueFrom, ReplaySubject, skip } from 'rxjs';

/** How a stand-in behaves. */
export interface Behaviour {
  /** Members of its hello; null: says none. */
  readonly hello?: Partial<NeHello> | null;
  readonly answersHandshakes?: boolean;
  /** Said right after the hello. */
  readonly follows?: readonly (NeMessage | string)[];
}

/** An NE on a real socket, which does what it is told. */
export class StandInNe {
  readonly heard = new ReplaySubject<OmcMessage>();
  readonly closed = new ReplaySubject<void>();
  visits = 0;
  socket: Socket | undefined;
  behaviour: Behaviour;
  readonly #server: Server;

  private constructor(
    readonly id: string,
    server: Server,
    behaviour: Behaviour,
  ) {
    this.#server = server;
    this.behaviour = behaviour;
    server.on('connection', (socket) => this.#visit(socket));
  }

  static async start(id: string, behaviour: Behaviour = {}, port = 0): Promise<StandInNe> {
    const server = createServer();
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return new StandInNe(id, server, behaviour);
  }

  get port(): number {
    const address = this.#server.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
  }

  /** The message of a kind that comes after so many others of it. */
  next<Kind extends OmcMessage['t']>(kind: Kind, after = 0): Promise<Extract<OmcMessage, { t: Kind }>> {
    const ofKind = filter(
      (message: OmcMessage): message is Extract<OmcMessage, { t: Kind }> => message.t === kind,
    );
    return firstValueFrom(this.heard.pipe(ofKind, skip(after)));
  }

  say(...messages: readonly (NeMessage | string)[]): void {
    const lines = messages.map((message) =>
      typeof message === 'string' ? `${message}\n` : encodeNeMessage(message),
    );
    this.socket?.write(lines.join(''));
  }

  async stop(): Promise<void> {
    this.socket?.destroy();
    this.#server.close();
    if (this.#server.listening) await once(this.#server, 'close');
  }

  #visit(socket: Socket): void {
    this.visits++;
    this.socket = socket.setNoDelay();
    const splitter = new LineSplitter();
    socket.on('data', (chunk: Buffer) => {
      for (const line of splitter.push(chunk).lines) this.#hear(line);
    });
    // A reset is as good as a close here; both end in the event below.
    socket.on('error', () => socket.destroy());
    socket.on('close', () => this.closed.next());
  }

  #hear(line: string): void {
    const parsed = parseOmcMessage(line);
    if (!parsed.ok) throw new Error(`the OMC said ${line}: ${parsed.reason}`);
    const { message } = parsed;
    if (message.t === 'hello') this.#greet();
    if (message.t === 'handshake' && this.behaviour.answersHandshakes !== false)
      this.say({ t: 'handshake', id: message.id, time: Date.now() });
    this.heard.next(message);
  }

  #greet(): void {
    const { hello = {}, follows = [] } = this.behaviour;
    if (hello === null) return;
    const said: NeHello = {
      t: 'hello',
      ver: 1,
      ne: this.id,
      time: Date.now(),
      epoch: 'b1',
      firstSeq: 1,
      lastSeq: 0,
      ...hello,
    };
    this.say(said, ...follows);
  }
}
