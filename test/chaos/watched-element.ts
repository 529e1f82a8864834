import { SimulatedElement } from '@omc/simulator';

/** An NE that keeps an eye on what the OMC owes it: what was acknowledged once stays so. */
export class WatchedElement {
  readonly element: SimulatedElement;
  /** What the OMC should not have said. */
  readonly broken: string[] = [];
  /** A sync was asked for, as at the first contact. */
  isSynced = false;
  /** Handshakes that it was asked for. */
  handshakes = 0;
  #acked = 0;
  #watching = false;

  /** @param capacity unacknowledged events that it holds. */
  constructor(id: string, capacity: number) {
    // Its log would tell of each connection that a test cuts.
    this.element = new SimulatedElement({ id, capacity, log: () => undefined });
    this.element.heard.subscribe((message) => {
      if (message.t === 'handshake') this.handshakes += 1;
      if (message.t === 'ack') this.#hearAck(message.seq);
      if (message.t === 'hello') this.#hearHello(message.ackedSeq ?? 0, message.ackedEpoch);
      if (message.t === 'sync') this.#hearSync();
      if (message.t === 'error') this.broken.push(`an error: ${message.reason}`);
    });
  }

  /** From now on the OMC has what it needs: no event may be lost and no sync be needed. */
  watch(): void {
    this.#watching = true;
  }

  get isAcked(): boolean {
    return this.element.acked === this.element.lastSeq;
  }

  #hearSync(): void {
    this.isSynced = true;
    if (this.#watching) this.broken.push('a sync, although nothing is missing');
  }

  #hearAck(seq: number): void {
    if (seq <= this.#acked) this.broken.push(`ack ${seq} after ${this.#acked}`);
    if (seq > this.element.lastSeq) this.broken.push(`ack ${seq} of ${this.element.lastSeq} events`);
    this.#acked = Math.max(this.#acked, seq);
  }

  #hearHello(seq: number, epoch: string | null): void {
    if (!this.#watching) return;
    if (epoch !== this.element.epoch) this.broken.push(`a hello with epoch ${epoch}`);
    if (seq < this.#acked) this.broken.push(`a hello with ${seq}, although ${this.#acked} was acknowledged`);
    this.#acked = Math.max(this.#acked, seq);
  }
}
