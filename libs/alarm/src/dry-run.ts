import type { FaultOutcome, KeyEntry, KeyName, RawFault } from './fault-outcome.js';
import { FaultStudy, type StudiedTime } from './fault-study.js';
import { Foremost } from './foremost.js';
import { DifferenceTally, isShown, type OutcomeDifference } from './outcome-difference.js';
import { type OutcomeFigures, OutcomeTally } from './outcome-tally.js';
import { WhatIf } from './what-if.js';
import { WhatWas } from './what-was.js';
import type { Windows } from './windows.js';

/** At most this many samples of each outcome. */
const MOST_SAMPLES = 20;

/** One fault, with what became of it and what would have. */
export interface DryRunSample extends KeyName {
  readonly faultAt: number;
  /** Undefined where it was still there at the end. */
  readonly durationMs: number | undefined;
  /** By the proposed filter. */
  readonly outcome: 'hidden' | 'delayed' | 'raised';
  readonly raisedAt: number | undefined;
  /** As it was done. */
  readonly done: FaultOutcome['kind'];
  readonly doneRaisedAt: number | undefined;
}

/** What a filter would have made of stored reports, beside what was made of them. */
export interface DryRunResult {
  readonly keys: number;
  readonly faults: number;
  readonly done: OutcomeFigures;
  readonly proposed: OutcomeFigures;
  readonly difference: OutcomeDifference;
  /** Up to 20 of each outcome: first those for which something would change, then the longest. */
  readonly samples: readonly DryRunSample[];
}

/** Tries a filter on stored reports. Takes the entries of one key after the other; remembers one key at a time. */
export class DryRun {
  readonly #study: FaultStudy;
  readonly #untilAt: number;
  readonly #done = new OutcomeTally();
  readonly #proposed = new OutcomeTally();
  readonly #difference = new DifferenceTally();
  readonly #samples = {
    hidden: new Foremost<DryRunSample>(MOST_SAMPLES),
    delayed: new Foremost<DryRunSample>(MOST_SAMPLES),
    raised: new Foremost<DryRunSample>(MOST_SAMPLES),
  };
  #faults = 0;

  /** @param windowsOf gives the windows of a key as they would be. */
  constructor(time: StudiedTime, windowsOf: (key: KeyName) => Windows) {
    this.#untilAt = time.untilAt;
    this.#study = new FaultStudy(time, {
      followersOf: (key) => [new WhatWas(), new WhatIf(windowsOf(key))],
      told: (key, fault, [done, proposed]) => {
        if (done !== undefined && proposed !== undefined) this.#add(key, fault, done, proposed);
      },
    });
  }

  /** Takes the next entry: all of a key stand together, in the order in which they were recorded. */
  take(entry: KeyEntry): void {
    this.#study.take(entry);
  }

  /** Nothing more comes. */
  end(): DryRunResult {
    this.#study.end();
    const { hidden, delayed, raised } = this.#samples;
    return {
      keys: this.#study.keys,
      faults: this.#faults,
      done: this.#done.figures,
      proposed: this.#proposed.figures,
      difference: this.#difference.figures,
      samples: [...hidden.items, ...delayed.items, ...raised.items],
    };
  }

  #add(key: KeyName, fault: RawFault, done: FaultOutcome, proposed: FaultOutcome): void {
    this.#faults += 1;
    this.#done.add(key, fault, done);
    this.#proposed.add(key, fault, proposed);
    this.#difference.add(done, proposed);
    this.#sample(key, fault, done, proposed);
  }

  #sample(key: KeyName, fault: RawFault, done: FaultOutcome, proposed: FaultOutcome): void {
    const outcome = sampledAs(fault, proposed);
    if (outcome === undefined) return;
    const lengthMs = (fault.endedAt ?? this.#untilAt) - fault.faultAt;
    const weight = changes(done, proposed) ? CHANGED + lengthMs : lengthMs;
    this.#samples[outcome].offer(weight, () => sampleOf(key, fault, done, proposed, outcome));
  }
}

/** More than the length of any fault. */
const CHANGED = 1e15;

function changes(done: FaultOutcome, proposed: FaultOutcome): boolean {
  return isShown(done) !== isShown(proposed) || raisedAtOf(done) !== raisedAtOf(proposed);
}

function sampledAs({ faultAt }: RawFault, outcome: FaultOutcome): DryRunSample['outcome'] | undefined {
  if (outcome.kind === 'hidden') return 'hidden';
  if (outcome.kind !== 'raised') return undefined;
  return outcome.raisedAt > faultAt ? 'delayed' : 'raised';
}

function sampleOf(
  { ne, object, alarmId }: KeyName,
  { faultAt, endedAt }: RawFault,
  done: FaultOutcome,
  proposed: FaultOutcome,
  outcome: DryRunSample['outcome'],
): DryRunSample {
  return {
    ne,
    object,
    alarmId,
    faultAt,
    durationMs: endedAt === undefined ? undefined : endedAt - faultAt,
    outcome,
    raisedAt: raisedAtOf(proposed),
    done: done.kind,
    doneRaisedAt: raisedAtOf(done),
  };
}

function raisedAtOf(outcome: FaultOutcome): number | undefined {
  return outcome.kind === 'raised' ? outcome.raisedAt : undefined;
}
