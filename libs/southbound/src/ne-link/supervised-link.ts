import {
  type Beat,
  beat,
  type HeartbeatEffect,
  type HeartbeatInput,
  type HeartbeatSettings,
  type HeartbeatState,
  type LinkCommand,
  type NetworkElement,
  type Submission,
  slotOf,
  startHeartbeat,
  submissionOf,
  TIMEOUT,
} from '@omc/alarm';
import type { Sleeper, WakeUps } from '../wake-ups.js';
import { Conversation } from './conversation.js';
import type { DialPacer } from './dial-pacer.js';
import type { FairTurns } from './fair-turns.js';
import type { LinkDependencies, LinkRejection } from './link-dependencies.js';
import type { LinkStatus } from './link-status.js';
import { NeConnection } from './ne-connection.js';

/** What one link shares with the others. */
export interface LinkEnvironment extends LinkDependencies {
  readonly pacer: DialPacer;
  readonly turns: FairTurns;
  readonly wakeUps: WakeUps;
  submit(submission: Submission): void;
  /** An event was read, or a line that claims to be one. */
  received(lines: number): void;
  reject(rejection: LinkRejection): void;
  statusChanged(ne: string, status: LinkStatus): void;
}

/** Keeps up the link to one NE: does what its heartbeat says, and tells the heartbeat what happens. */
export class SupervisedLink {
  readonly #ne: NetworkElement;
  readonly #environment: LinkEnvironment;
  readonly #settings: HeartbeatSettings;
  #state: HeartbeatState;
  #reason: string | null = null;
  #told: LinkStatus | undefined;
  readonly #sleeper: Sleeper = { dueAt: 0, place: -1, wake: () => this.#wake() };
  #takeBackDial: (() => void) | undefined;
  #connection: NeConnection | undefined;
  #conversation: Conversation | undefined;
  #ended = false;

  /** Dials as soon as it is its turn. */
  constructor(ne: NetworkElement, disconnected: boolean, environment: LinkEnvironment) {
    this.#ne = ne;
    this.#environment = environment;
    const { handshakeIntervalMs, handshakeMisses, reconnectIntervalMs } = environment.settings;
    this.#settings = {
      intervalMs: handshakeIntervalMs,
      misses: handshakeMisses,
      reconnectMs: reconnectIntervalMs,
      slotMs: slotOf(ne.id, handshakeIntervalMs),
    };
    const first = startHeartbeat(this.#settings, disconnected, environment.scheduler.now());
    this.#state = first.state;
    this.#perform(first);
  }

  /** The NE as it is dialled. */
  get ne(): NetworkElement {
    return this.#ne;
  }

  get status(): LinkStatus {
    const { disconnected, phase, answeredAt, misses } = this.#state;
    return {
      state: disconnected ? 'disconnected' : phase === 'up' ? 'connected' : 'connecting',
      lastHandshakeAt: answeredAt,
      misses,
      clockOffsetMs: this.#conversation?.clockOffsetMs ?? null,
      reason: this.#reason,
    };
  }

  /** Asks the NE for a sync; false where no link is up. */
  requestSync(): boolean {
    return this.#conversation?.requestSync() ?? false;
  }

  /** Closes the link for good; resolves when its socket is closed. */
  async end(): Promise<void> {
    this.#ended = true;
    this.#environment.wakeUps.drop(this.#sleeper);
    const connection = this.#connection;
    this.#hangUp();
    await connection?.ended();
  }

  #take(input: HeartbeatInput): void {
    if (this.#ended) return;
    const step = beat(this.#state, input, this.#settings, this.#environment.scheduler.now());
    if (input.kind === 'due' && step.state.misses > this.#state.misses) this.#reason = TIMEOUT;
    this.#perform(step);
  }

  #perform({ state, effects }: Beat): void {
    if (state.answeredAt !== this.#state.answeredAt) this.#reason = null;
    this.#state = state;
    for (const effect of effects) this.#do(effect);
    this.#wakeAt(this.#state.dueAt);
    this.#tellStatus();
  }

  #do(effect: HeartbeatEffect): void {
    const at = this.#environment.scheduler.now();
    const ne = this.#ne.id;
    switch (effect.kind) {
      case 'dial':
        this.#takeBackDial = this.#environment.pacer.request(() => this.#dial());
        break;
      case 'close':
        this.#reason = TIMEOUT;
        this.#hangUp();
        break;
      case 'handshake':
        this.#conversation?.handshake(effect.handshake);
        break;
      case 'missed':
        this.#submit({ kind: 'link-missed', ne, at: effect.at });
        break;
      case 'answered':
        this.#submit({ kind: 'link-answered', ne, at });
        break;
      case 'disconnected':
        this.#submit({ kind: 'link-disconnected', ne, faultAt: effect.faultAt, at, reason: effect.reason });
        break;
      case 'trouble':
        this.#submit({ kind: 'link-trouble', ne, at, reason: effect.reason });
        break;
      case 'reconnected':
        this.#conversation?.reconnected();
        break;
    }
  }

  #wakeAt(dueAt: number): void {
    const { place, dueAt: setFor } = this.#sleeper;
    if (!this.#ended && (place < 0 || setFor !== dueAt)) this.#environment.wakeUps.set(this.#sleeper, dueAt);
  }

  #wake(): void {
    this.#take({ kind: 'due', unread: this.#conversation?.isUnread ?? false });
  }

  #dial(): void {
    this.#takeBackDial = undefined;
    const dialledAt = this.#environment.scheduler.now();
    const connection = new NeConnection(
      this.#ne,
      {
        connected: () => this.#converse(connection, dialledAt),
        lines: (lines, arrivedAt) => this.#conversation?.hear(lines, arrivedAt),
        overlong: (start) => this.#conversation?.hearOverlong(start),
        failed: (reason) => this.#lose(reason),
      },
      this.#environment,
    );
    this.#connection = connection;
  }

  #converse(connection: NeConnection, dialledAt: number): void {
    const ne = this.#ne.id;
    const { scheduler } = this.#environment;
    const position = this.#environment.positionOf(ne);
    const { disconnected } = this.#state;
    this.#conversation = new Conversation(
      { ne, position, disconnected, dialledAt },
      {
        scheduler,
        unwrittenBytes: () => connection.unwrittenBytes,
        isBehind: () => connection.isBehind,
        write: (line) => connection.write(line),
        pause: (paused) => connection.pause(paused),
        submit: (submission) => this.#environment.submit(submission),
        received: () => this.#environment.received(1),
        reject: (reason, detail, sample, lines) =>
          this.#environment.reject({ ne, reason, detail, sample, ...(lines !== undefined && { lines }) }),
        greeted: () => this.#take({ kind: 'hello' }),
        answered: (handshake) => this.#take({ kind: 'answer', handshake }),
        broken: (reason) => this.#lose(reason),
      },
    );
  }

  #lose(reason: string): void {
    this.#hangUp();
    this.#reason = reason;
    this.#take({ kind: 'failure', reason });
  }

  #hangUp(): void {
    this.#takeBackDial?.();
    this.#takeBackDial = undefined;
    this.#conversation?.end();
    this.#conversation = undefined;
    this.#connection?.close();
    this.#connection = undefined;
  }

  /** Commands of the supervision itself; if they cannot be stored, nothing is lost that the next start does not see. */
  #submit(command: LinkCommand): void {
    const submission = submissionOf(command);
    submission.committed.catch((error: unknown) => {
      this.#environment.log.warn({ ne: this.#ne.id, kind: command.kind, error }, 'link state not stored');
    });
    this.#environment.submit(submission);
  }

  #tellStatus(): void {
    const status = this.status;
    const told = this.#told;
    if (told?.state === status.state && told.misses === status.misses && told.reason === status.reason)
      return;
    this.#told = status;
    this.#environment.statusChanged(this.#ne.id, status);
  }
}
