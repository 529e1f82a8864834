import { BoundedMap } from './bounded-map.js';

/** How late a message may be, by the clock of its authoritative engine (RFC 3414 §2.2.3). */
export const TIME_WINDOW_SECONDS = 150;
/** An engine that has come so far must be given another id (RFC 3414 §2.3). */
export const LAST_BOOTS = 2 ** 31 - 1;

const MAX_PEERS = 10_000;

/** The latest that an engine has said of its clock to a user. */
export interface PeerClock {
  /** In hexadecimal. */
  readonly engineId: string;
  readonly user: string;
  readonly boots: number;
  readonly time: number;
  readonly receivedAt: number;
}

/** Remembers the clocks of the engines that send traps, so that an old message is told from a new one (RFC 3414 §3.2 7b). */
export class PeerClocks {
  readonly #clocks = new BoundedMap<PeerClock>(MAX_PEERS);
  readonly #changed = new Map<string, PeerClock>();

  /** `known`: from before a restart. */
  constructor(known: readonly PeerClock[] = []) {
    for (const clock of known) this.#clocks.set(keyOf(clock), clock);
  }

  /** Takes what a message with a good digest says; why it is not in time, undefined where it is. */
  refusal(told: PeerClock): string | undefined {
    const key = keyOf(told);
    const known = this.#clocks.get(key);
    const { boots, time } = told;
    if (boots >= LAST_BOOTS) return 'its engine has used up its boots';
    if (known !== undefined && boots < known.boots)
      return `engineBoots ${boots} is behind ${known.boots}, the last that it sent`;
    if (known === undefined || boots > known.boots || time > known.time) {
      this.#clocks.set(key, told);
      this.#changed.set(key, told);
      return undefined;
    }
    const elapsed = Math.max(0, told.receivedAt - known.receivedAt) / 1000;
    const late = known.time + elapsed - time;
    if (late <= TIME_WINDOW_SECONDS) return undefined;
    return `engineTime ${time} is ${Math.floor(late)} s old`;
  }

  /** What was said since the last time this was asked. */
  takeChanges(): PeerClock[] {
    const changes = [...this.#changed.values()];
    this.#changed.clear();
    return changes;
  }

  /** They could not be stored: they count as changed still, unless there is something newer. */
  putBack(changes: readonly PeerClock[]): void {
    for (const clock of changes)
      if (!this.#changed.has(keyOf(clock)) && this.#changed.size < MAX_PEERS)
        this.#changed.set(keyOf(clock), clock);
  }

  /** Forgets what engines said to a user. */
  forget(user: string): void {
    for (const [key, clock] of [...this.#clocks.entries()]) if (clock.user === user) this.#clocks.delete(key);
    for (const [key, clock] of this.#changed) if (clock.user === user) this.#changed.delete(key);
  }
}

function keyOf({ engineId, user }: PeerClock): string {
  return `${engineId} ${user}`;
}
