import type { Command, CommandResult, Submission } from '@omc/alarm';
import type { LinkRejectionReason } from './link-dependencies.js';

/** Uncommitted events of a link from which on it is not read any further. */
export const MAX_UNCOMMITTED_EVENTS = 2000;
/** Uncommitted bytes of a link from which on it is not read any further. */
const MAX_UNCOMMITTED_BYTES = 1024 * 1024;
/** What a disconnected NE may send before its handshake is answered; beyond it is submitted all the same. */
export const MAX_HELD_BYTES = 4 * 1024 * 1024;

/** What becomes of a connection's commands. */
export interface OutboxListener {
  submit(submission: Submission): void;
  /** The database has everything up to here; only told when it grew. */
  acked(seq: number): void;
  /** Too much is uncommitted, or no longer. */
  crowded(crowded: boolean): void;
  /** A command was not carried out. */
  failed(reason: string): void;
  /** So many events will not be committed, and were not counted by the writer. */
  lost(reason: LinkRejectionReason, events: number): void;
}

interface Held {
  readonly command: Command;
  readonly events: number;
  readonly bytes: number;
}

/** Hands one connection's commands to the writer, in order, and keeps count of what is not committed yet. */
export class Outbox {
  readonly #listener: OutboxListener;
  #held: Held[] | undefined;
  #heldBytes = 0;
  #events = 0;
  #bytes = 0;
  #uncommitted = 0;
  #acked: number;
  #toldAck: number;
  #crowded = false;
  #closed = false;

  /** `acked`: what the NE knows as acked. `holdBack`: keep everything until `release`. */
  constructor(listener: OutboxListener, acked: number, holdBack: boolean) {
    this.#listener = listener;
    this.#acked = acked;
    this.#toldAck = acked;
    this.#held = holdBack ? [] : undefined;
  }

  /** Whether everything that was submitted is committed. */
  get isDrained(): boolean {
    return this.#uncommitted === 0;
  }

  /** Submits a command that carries so many events, from so many bytes. */
  post(command: Command, events = 0, bytes = 0): void {
    if (this.#held === undefined) {
      this.#submit({ command, events, bytes });
      this.#notice();
      return;
    }
    this.#held.push({ command, events, bytes });
    this.#heldBytes += bytes;
    if (this.#heldBytes > MAX_HELD_BYTES) this.#submitHeld();
  }

  /** Submits `first`, then what was held back. */
  release(first: Command): void {
    this.#submit({ command: first, events: 0, bytes: 0 });
    this.#submitHeld();
  }

  /** Submits nothing any more and tells nothing any more. What is held back was never acked: the NE sends it again. */
  close(): void {
    this.#closed = true;
    const lost = (this.#held ?? []).reduce((sum, { command }) => sum + eventsIn(command), 0);
    if (lost > 0) this.#listener.lost('link-closed', lost);
    this.#held = undefined;
  }

  #submitHeld(): void {
    const held = this.#held ?? [];
    this.#held = undefined;
    for (const each of held) this.#submit(each);
    this.#notice();
  }

  /** Tells of crowding only after what was posted is on its way, so that what follows from it comes later. */
  #notice(): void {
    if (this.#crowded || this.#closed) return;
    if (this.#events <= MAX_UNCOMMITTED_EVENTS && this.#bytes <= MAX_UNCOMMITTED_BYTES) return;
    this.#crowded = true;
    this.#listener.crowded(true);
  }

  #submit({ command, events, bytes }: Held): void {
    if (this.#closed) return this.#lose('link-closed', command);
    this.#uncommitted++;
    this.#events += events;
    this.#bytes += bytes;
    this.#listener.submit({
      command,
      settle: (result) => this.#settled(result, events, bytes),
      fail: () => {
        this.#lose('not-stored', command);
        this.#fail('could not be stored');
      },
    });
  }

  #settled(result: CommandResult, events: number, bytes: number): void {
    this.#uncommitted--;
    this.#events -= events;
    this.#bytes -= bytes;
    if (this.#closed) return;
    if (result.refused !== undefined) {
      this.#fail(`not taken: ${result.reason}`);
      return;
    }
    this.#hearAck(result.ackedSeq);
    const roomy = this.#events < MAX_UNCOMMITTED_EVENTS / 2 && this.#bytes < MAX_UNCOMMITTED_BYTES / 2;
    if (!this.#crowded || !roomy) return;
    this.#crowded = false;
    this.#listener.crowded(false);
  }

  #lose(reason: LinkRejectionReason, command: Command): void {
    const events = eventsIn(command);
    if (events > 0) this.#listener.lost(reason, events);
  }

  #fail(reason: string): void {
    if (!this.#closed) this.#listener.failed(reason);
  }

  /** One ack for all commands that one commit settles. */
  #hearAck(seq: number | undefined): void {
    if (seq === undefined || seq <= this.#acked) return;
    if (this.#acked === this.#toldAck) queueMicrotask(() => this.#tellAck());
    this.#acked = seq;
  }

  #tellAck(): void {
    this.#toldAck = this.#acked;
    if (!this.#closed) this.#listener.acked(this.#acked);
  }
}

function eventsIn(command: Command): number {
  return command.kind === 'link-events' ? command.events.length : 0;
}
