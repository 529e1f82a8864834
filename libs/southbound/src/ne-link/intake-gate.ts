import type { Command, Submission } from '@omc/alarm';
import { IntakeBound } from './intake-bound.js';

/** Counts what all links have submitted and is not committed yet: however many they are, that is bounded. */
export class IntakeGate {
  readonly #turned: (closed: boolean) => void;
  readonly #bound: IntakeBound;
  #uncommitted = 0;
  #closed = false;

  /** `turned` is told when the gate closes, and when it opens again. */
  constructor(now: () => number, turned: (closed: boolean) => void) {
    this.#turned = turned;
    this.#bound = new IntakeBound(now);
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
    const sample = this.#bound.begin(this.#uncommitted);
    const left = () => {
      if (sample !== undefined) this.#bound.end(sample);
      this.#add(-events);
    };
    return {
      command: submission.command,
      settle: (result) => {
        left();
        submission.settle(result);
      },
      fail: (error) => {
        left();
        submission.fail(error);
      },
    };
  }

  #add(events: number): void {
    this.#uncommitted += events;
    const closes = !this.#closed && this.#uncommitted > this.#bound.most;
    const opens = this.#closed && this.#uncommitted <= this.#bound.most / 2;
    if (!closes && !opens) return;
    if (closes) this.#bound.reached();
    this.#closed = closes;
    this.#turned(closes);
  }
}

function eventsIn(command: Command): number {
  if (command.kind === 'link-events') return command.events.length;
  return command.kind === 'link-sync' ? command.faults.length : 0;
}
