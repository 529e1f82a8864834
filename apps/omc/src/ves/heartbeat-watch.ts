import { Deadlines, type LinkCommand, type RegistryWrite } from '@omc/alarm';
import type { HeartbeatRows } from '@omc/store';
import type { SchedulerLike, Subscription } from 'rxjs';

/** What watching heartbeats needs. Durations are milliseconds. */
export interface HeartbeatParts {
  readonly scheduler: SchedulerLike;
  /** From one heartbeat to the next, where the sender does not say. */
  readonly intervalMs: number;
  /** Heartbeats that stay away in a row until the NE counts as disconnected. */
  readonly misses: number;
  /** NEs that have sent heartbeats before, and their intervals. */
  readonly stored: ReadonlyMap<string, number>;
  readonly store: Pick<HeartbeatRows, 'put' | 'remove'>;
  isDisconnected(ne: string): boolean;
  /** An NE sends heartbeats from now on. */
  begun(ne: string): void;
  /** Tells the writer; resolves after the commit. */
  tell(command: LinkCommand): Promise<unknown>;
  readonly log: { warn(facts: object, message: string): void };
}

interface Watched {
  readonly ne: string;
  intervalMs: number;
  heardAt: number;
  dueAt: number;
  place: number;
}

/**
 * Supervises NEs by the heartbeats that they send: one that is not there when the next is due is missed, and after so
 * many in a row the NE counts as disconnected (301), until it is heard again. After a start all count as heard just then.
 */
export class HeartbeatWatch {
  readonly #parts: HeartbeatParts;
  readonly #watched = new Map<string, Watched>();
  readonly #deadlines = new Deadlines<Watched>();
  #timer: Subscription | undefined;

  constructor(parts: HeartbeatParts) {
    this.#parts = parts;
    const now = parts.scheduler.now();
    for (const [ne, intervalMs] of parts.stored) this.#await(ne, intervalMs, now);
    this.#wake();
  }

  /** Whether an NE is supervised by its heartbeats. */
  has(ne: string): boolean {
    return this.#watched.has(ne);
  }

  /** A heartbeat came; resolves once what follows from it is stored. */
  async hear(ne: string, intervalMs = this.#parts.intervalMs): Promise<void> {
    const { scheduler, store } = this.#parts;
    const now = scheduler.now();
    if (!this.has(ne)) this.#parts.begun(ne);
    const isNew = this.#watched.get(ne)?.intervalMs !== intervalMs;
    this.#await(ne, intervalMs, now);
    this.#wake();
    if (isNew) await store.put(ne, intervalMs);
    if (this.#parts.isDisconnected(ne)) await this.#parts.tell({ kind: 'link-reconnected', ne, at: now });
  }

  /** An NE that is removed, or has a link from now on, is not awaited any more. */
  follow(registry: readonly RegistryWrite[]): void {
    for (const write of registry) {
      if (write.kind === 'delete-ne') this.#forget(write.id);
      else if (write.kind === 'put-ne' && write.ne.kind === 'link') this.#forget(write.ne.id);
    }
  }

  stop(): void {
    this.#timer?.unsubscribe();
  }

  #await(ne: string, intervalMs: number, heardAt: number): void {
    const watched = this.#watched.get(ne) ?? { ne, intervalMs, heardAt, dueAt: 0, place: -1 };
    watched.intervalMs = intervalMs;
    watched.heardAt = heardAt;
    this.#watched.set(ne, watched);
    // The last of them is missed when the one behind it is due.
    this.#deadlines.set(watched, heardAt + (this.#parts.misses + 1) * intervalMs);
  }

  #forget(ne: string): void {
    const watched = this.#watched.get(ne);
    if (watched === undefined) return;
    this.#watched.delete(ne);
    this.#deadlines.drop(watched);
    this.#parts.store
      .remove(ne)
      .catch((err: unknown) => this.#parts.log.warn({ ne, err }, 'heartbeat not forgotten'));
  }

  #wake(): void {
    const { scheduler } = this.#parts;
    this.#timer?.unsubscribe();
    const { nextAt } = this.#deadlines;
    if (nextAt === undefined) return;
    this.#timer = scheduler.schedule(() => this.#look(), Math.max(0, nextAt - scheduler.now()));
  }

  #look(): void {
    const at = this.#parts.scheduler.now();
    for (let late = this.#deadlines.take(at); late !== undefined; late = this.#deadlines.take(at))
      this.#miss(late, at);
    this.#wake();
  }

  #miss({ ne, heardAt, intervalMs }: Watched, at: number): void {
    if (this.#parts.isDisconnected(ne)) return;
    const command = {
      kind: 'link-disconnected',
      ne,
      faultAt: heardAt + intervalMs,
      at,
      reason: 'timeout',
    } as const;
    this.#parts
      .tell(command)
      .catch((err: unknown) => this.#parts.log.warn({ ne, err }, 'missed heartbeats not stored'));
  }
}
