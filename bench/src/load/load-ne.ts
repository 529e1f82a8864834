import type { Socket } from 'node:net';

/** The rest of an event's line, from behind its time: made once, sent often. */
export type PreparedEvent = string;

/** Told what becomes of an NE's reports. */
export interface LoadNeListener {
  sent(count: number): void;
  /** Reports that were sent together are acknowledged, `latencyMs` later. */
  acked(ne: LoadNe, count: number, latencyMs: number): void;
}

interface Sent {
  readonly upTo: number;
  readonly count: number;
  readonly at: number;
}

const EPOCH = 'bench';

/** The rest of the line of an event of a key. */
export function prepared(object: string, alarmId: number, state: 'fault' | 'ok'): PreparedEvent {
  return `","object":"${object}","alarmId":${alarmId},"state":"${state}"}\n`;
}

/** An NE that can say a great many events at next to no cost: their lines are made of ready parts. */
export class LoadNe {
  readonly id: string;
  readonly #listener: LoadNeListener;
  readonly #sent: Sent[] = [];
  #socket: Socket | undefined;
  #lastSeq = 0;
  #acked = 0;

  constructor(id: string, listener: LoadNeListener) {
    this.id = id;
    this.#listener = listener;
  }

  /** Reports that are sent and not acknowledged. */
  get unacked(): number {
    return this.#lastSeq - this.#acked;
  }

  /** Sends events at once, each with its own time. */
  send(events: readonly PreparedEvent[], timeOf: (index: number) => string): void {
    if (this.#socket === undefined) throw new Error(`${this.id} is not connected`);
    let lines = '';
    for (let i = 0; i < events.length; i++)
      lines += `{"t":"event","seq":${++this.#lastSeq},"time":"${timeOf(i)}${events[i]}`;
    this.#sent.push({ upTo: this.#lastSeq, count: events.length, at: performance.now() });
    this.#socket.write(lines, 'latin1');
    this.#listener.sent(events.length);
  }

  /** The OMC said hello over this socket. */
  greet(socket: Socket): void {
    this.#socket = socket;
    const numbers = `"firstSeq":${this.#acked + 1},"lastSeq":${this.#lastSeq}`;
    this.#say(`{"t":"hello","ver":1,"ne":"${this.id}","time":"${now()}","epoch":"${EPOCH}",${numbers}}`);
  }

  /** The OMC said something else. */
  hear(message: { readonly t: string; readonly id?: number; readonly seq?: number }): void {
    if (message.t === 'ack') this.#acknowledge(message.seq ?? 0);
    else if (message.t === 'handshake') this.#say(`{"t":"handshake","id":${message.id},"time":"${now()}"}`);
    else if (message.t === 'sync')
      this.#say(`{"t":"sync","id":${message.id},"seq":${this.#lastSeq},"faults":[]}`);
    else throw new Error(`${this.id} hears ${JSON.stringify(message)}`);
  }

  #acknowledge(seq: number): void {
    this.#acked = Math.max(this.#acked, seq);
    const at = performance.now();
    for (let [first] = this.#sent; first !== undefined && first.upTo <= seq; [first] = this.#sent) {
      this.#sent.shift();
      this.#listener.acked(this, first.count, at - first.at);
    }
  }

  #say(line: string): void {
    this.#socket?.write(`${line}\n`);
  }
}

function now(): string {
  return new Date().toISOString();
}
