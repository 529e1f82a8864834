import { type LinkCommand, type NetworkElement, type Submission, submissionOf } from '@omc/alarm';
import type { DialPacer } from '../dial-pacer.js';
import { Supervision } from '../supervision.js';
import type { WakeUps } from '../wake-ups.js';
import { Conversation } from './conversation.js';
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

/** Keeps up the link to one NE: dials, converses, and hangs up as its supervision says. */
export class SupervisedLink {
  /** The NE as it is dialled. */
  readonly ne: NetworkElement;
  readonly #environment: LinkEnvironment;
  readonly #supervision: Supervision;
  #told: LinkStatus | undefined;
  #connection: NeConnection | undefined;
  #conversation: Conversation | undefined;

  /** Dials as soon as it is its turn. */
  constructor(ne: NetworkElement, disconnected: boolean, environment: LinkEnvironment) {
    this.ne = ne;
    this.#environment = environment;
    this.#supervision = new Supervision(ne, disconnected, environment, {
      dial: () => this.#dial(),
      hangUp: () => this.#hangUp(),
      handshake: (handshake) => this.#conversation?.handshake(handshake),
      reconnected: () => this.#conversation?.reconnected(),
      tell: (command) => this.#submit(command),
      isUnread: () => this.#conversation?.isUnread ?? false,
      moved: () => this.#tellStatus(),
    });
    this.#supervision.begin();
  }

  get status(): LinkStatus {
    const { disconnected, phase, answeredAt, misses } = this.#supervision.state;
    return {
      state: disconnected ? 'disconnected' : phase === 'up' ? 'connected' : 'connecting',
      lastHandshakeAt: answeredAt,
      misses,
      clockOffsetMs: this.#conversation?.clockOffsetMs ?? null,
      reason: this.#supervision.reason,
    };
  }

  /** Asks the NE for a sync; false where no link is up. */
  requestSync(): boolean {
    return this.#conversation?.requestSync() ?? false;
  }

  /** Closes the link for good; resolves when its socket is closed. */
  async end(): Promise<void> {
    const connection = this.#connection;
    this.#supervision.end();
    await connection?.ended();
  }

  #dial(): void {
    const dialledAt = this.#environment.scheduler.now();
    const connection = new NeConnection(
      this.ne,
      {
        connected: () => this.#converse(connection, dialledAt),
        lines: (lines, arrivedAt) => this.#conversation?.hear(lines, arrivedAt),
        overlong: (start) => this.#conversation?.hearOverlong(start),
        failed: (reason) => this.#supervision.fail(reason),
      },
      this.#environment,
    );
    this.#connection = connection;
  }

  #converse(connection: NeConnection, dialledAt: number): void {
    const ne = this.ne.id;
    const { scheduler } = this.#environment;
    const position = this.#environment.positionOf(ne);
    const { disconnected } = this.#supervision.state;
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
        greeted: () => this.#supervision.take({ kind: 'hello' }),
        answered: (handshake) => this.#supervision.take({ kind: 'answer', handshake }),
        broken: (reason) => this.#supervision.fail(reason),
      },
    );
  }

  #hangUp(): void {
    this.#conversation?.end();
    this.#conversation = undefined;
    this.#connection?.close();
    this.#connection = undefined;
  }

  /** Commands of the supervision itself; if they cannot be stored, nothing is lost that the next start does not see. */
  #submit(command: LinkCommand): void {
    const submission = submissionOf(command);
    submission.committed.catch((error: unknown) => {
      this.#environment.log.warn({ ne: this.ne.id, kind: command.kind, error }, 'link state not stored');
    });
    this.#environment.submit(submission);
  }

  #tellStatus(): void {
    const status = this.status;
    const told = this.#told;
    if (told?.state === status.state && told.misses === status.misses && told.reason === status.reason)
      return;
    this.#told = status;
    this.#environment.statusChanged(this.ne.id, status);
  }
}
