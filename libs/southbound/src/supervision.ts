import {
  type Beat,
  beat,
  type HeartbeatEffect,
  type HeartbeatInput,
  type HeartbeatSettings,
  type HeartbeatState,
  type LinkCommand,
  type NetworkElement,
  slotOf,
  startHeartbeat,
  TIMEOUT,
} from '@omc/alarm';
import type { SchedulerLike } from 'rxjs';
import type { DialPacer } from './dial-pacer.js';
import type { LinkSettings } from './ne-link/link-dependencies.js';
import type { Sleeper, WakeUps } from './wake-ups.js';

/** How an NE is spoken to. What comes of each of these is told to `take` or `fail`, never from within. */
export interface SupervisedWay {
  /** Get in touch with it; its answer is a `hello`. */
  dial(): void;
  /** Give up being in touch. */
  hangUp(): void;
  handshake(handshake: number): void;
  /** It answers again after it was disconnected. */
  reconnected(): void;
  tell(command: LinkCommand): void;
  /** Whether something of it is received and not read yet, which may hold the answer. */
  isUnread(): boolean;
  /** State, misses or reason may be others now. */
  moved(): void;
}

/** What the supervision of one NE shares with that of the others. */
export interface SupervisionEnvironment {
  readonly scheduler: SchedulerLike;
  readonly settings: LinkSettings;
  readonly pacer: DialPacer;
  readonly wakeUps: WakeUps;
}

/** Supervises one NE, however it is spoken to: does what its heartbeat says, and tells the heartbeat what happens. */
export class Supervision {
  readonly #ne: string;
  readonly #way: SupervisedWay;
  readonly #environment: SupervisionEnvironment;
  readonly #settings: HeartbeatSettings;
  readonly #first: Beat;
  readonly #sleeper: Sleeper = { dueAt: 0, place: -1, wake: () => this.#wake() };
  #state: HeartbeatState;
  #reason: string | null = null;
  #takeBackDial: (() => void) | undefined;
  #ended = false;

  /** @param disconnected whether its alarm 301 is active. */
  constructor(
    { id }: NetworkElement,
    disconnected: boolean,
    environment: SupervisionEnvironment,
    way: SupervisedWay,
  ) {
    this.#ne = id;
    this.#way = way;
    this.#environment = environment;
    const { handshakeIntervalMs, handshakeMisses, reconnectIntervalMs } = environment.settings;
    this.#settings = {
      intervalMs: handshakeIntervalMs,
      misses: handshakeMisses,
      reconnectMs: reconnectIntervalMs,
      slotMs: slotOf(id, handshakeIntervalMs),
    };
    this.#first = startHeartbeat(this.#settings, disconnected, environment.scheduler.now());
    this.#state = this.#first.state;
  }

  get state(): HeartbeatState {
    return this.#state;
  }

  /** Why the last dial, hello or handshake failed; null once a handshake is answered. */
  get reason(): string | null {
    return this.#reason;
  }

  get ended(): boolean {
    return this.#ended;
  }

  /** Dials as soon as it is its turn. */
  begin(): void {
    this.#perform(this.#first);
  }

  /** Something happened. */
  take(input: HeartbeatInput): void {
    if (this.#ended) return;
    const step = beat(this.#state, input, this.#settings, this.#environment.scheduler.now());
    if (input.kind === 'due' && step.state.misses > this.#state.misses) this.#reason = TIMEOUT;
    this.#perform(step);
  }

  /** It cannot be spoken to. */
  fail(reason: string): void {
    this.#hangUp();
    this.#reason = reason;
    this.take({ kind: 'failure', reason });
  }

  /** For good. */
  end(): void {
    this.#ended = true;
    this.#environment.wakeUps.drop(this.#sleeper);
    this.#hangUp();
  }

  #perform({ state, effects }: Beat): void {
    if (state.answeredAt !== this.#state.answeredAt) this.#reason = null;
    this.#state = state;
    for (const effect of effects) this.#do(effect);
    this.#wakeAt(this.#state.dueAt);
    this.#way.moved();
  }

  #do(effect: HeartbeatEffect): void {
    const at = this.#environment.scheduler.now();
    const ne = this.#ne;
    switch (effect.kind) {
      case 'dial':
        this.#takeBackDial = this.#environment.pacer.request(() => this.#dial());
        break;
      case 'close':
        this.#reason = TIMEOUT;
        this.#hangUp();
        break;
      case 'handshake':
        this.#way.handshake(effect.handshake);
        break;
      case 'missed':
        this.#way.tell({ kind: 'link-missed', ne, at: effect.at });
        break;
      case 'answered':
        this.#way.tell({ kind: 'link-answered', ne, at });
        break;
      case 'disconnected':
        this.#way.tell({ kind: 'link-disconnected', ne, faultAt: effect.faultAt, at, reason: effect.reason });
        break;
      case 'trouble':
        this.#way.tell({ kind: 'link-trouble', ne, at, reason: effect.reason });
        break;
      case 'reconnected':
        this.#way.reconnected();
        break;
    }
  }

  #dial(): void {
    this.#takeBackDial = undefined;
    this.#way.dial();
  }

  #hangUp(): void {
    this.#takeBackDial?.();
    this.#takeBackDial = undefined;
    this.#way.hangUp();
  }

  #wakeAt(dueAt: number): void {
    const { place, dueAt: setFor } = this.#sleeper;
    if (!this.#ended && (place < 0 || setFor !== dueAt)) this.#environment.wakeUps.set(this.#sleeper, dueAt);
  }

  #wake(): void {
    this.take({ kind: 'due', unread: this.#way.isUnread() });
  }
}
