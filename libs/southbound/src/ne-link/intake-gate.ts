import type { Command, Submission } from '@omc/alarm';

/** Uncommitted events of all links together from which on none is read any further. */
const MAX_UNCOMMITTED = 20_000;

/** Counts what all links have submitted and is not committed yet: however many they are, that is bounded. */
export class IntakeGate {
  readonly #turned: (closed: boolean) => void;
  #uncommitted = 0;
  #closed = false;

  /** `turned` is told when the gate closes, and when it opens again. */
  constructor(turned: (closed: boolean) => void) {
    this.#turned = turned;
  }

  /** Events that are submitted and not committed. */
  get uncommitted(): number {
    return this.#uncommitted;
  }

  /** The same submission, counted until it is settled. */
  counted(submission: Submission): Submission {
    const events = eventsIn(submission.command);
    if (events === 0) return submission;
    this.#add(events);
    return {
      command: submission.command,
      settle: (result) => {
        this.#add(-events);
        submission.settle(result);
      },
      fail: (error) => {
        this.#add(-events);
        submission.fail(error);
      },
    };
  }

  #add(events: number): void {
    this.#uncommitted += events;
    const closes = !this.#closed && this.#uncommitted > MAX_UNCOMMITTED;
    const opens = this.#closed && this.#uncommitted <= MAX_UNCOMMITTED / 2;
    if (!closes && !opens) return;
    this.#closed = closes;
    this.#turned(closes);
  }
}

function eventsIn(command: Command): number {
  if (command.kind === 'link-events') return command.events.length;
  return command.kind === 'link-sync' ? command.faults.length : 0;
}
