import { type AdvisedWindows, advisedWindows } from './advised-windows.js';
import { candidateWindows } from './candidate-windows.js';
import type { FaultOutcome, KeyEntry, KeyName, RawFault } from './fault-outcome.js';
import { FaultStudy, type StudiedTime } from './fault-study.js';
import { type OutcomeFigures, OutcomeTally } from './outcome-tally.js';
import { DurationPercentiles, type Percentiles } from './percentiles.js';
import { WhatIf } from './what-if.js';
import type { Windows } from './windows.js';

/** What stored reports tell about the windows that suit them. Durations in milliseconds. */
export interface FilterAdviceResult {
  readonly keys: number;
  /** Without any hold-off each of them were an alarm. */
  readonly faults: number;
  readonly faultDurations: Percentiles;
  /** How long keys were ok between two faults. */
  readonly okDurations: Percentiles;
  /** What the filter in force now would have done. */
  readonly inForce: OutcomeFigures;
  readonly rows: readonly AdvisedWindows[];
}

/** The windows of a key: as they are, and for each of the candidates in turn. */
export interface AdvisedKeyWindows {
  readonly inForce: Windows;
  readonly candidates: readonly Windows[];
}

/** Tries all candidate windows on stored reports in one pass. Takes the entries of one key after the other. */
export class FilterAdvice {
  readonly #study: FaultStudy;
  readonly #faultDurations = new DurationPercentiles();
  readonly #okDurations = new DurationPercentiles();
  readonly #inForce = new OutcomeTally();
  readonly #candidates = candidateWindows.map(() => new OutcomeTally());
  #faults = 0;

  constructor(time: StudiedTime, windowsOf: (key: KeyName) => AdvisedKeyWindows) {
    this.#study = new FaultStudy(time, {
      followersOf: (key) => {
        const { inForce, candidates } = windowsOf(key);
        return [inForce, ...candidates].map((windows) => new WhatIf(windows));
      },
      told: (key, fault, [inForce, ...candidates]) => this.#add(key, fault, inForce, candidates),
    });
  }

  /** Takes the next entry: all of a key stand together, in the order in which they were recorded. */
  take(entry: KeyEntry): void {
    this.#study.take(entry);
  }

  /** Nothing more comes. */
  end(): FilterAdviceResult {
    this.#study.end();
    const tried = candidateWindows.map((candidate, place) => {
      const { raised = 0, meanDelayMs, longestHidden } = this.#candidates[place]?.figures ?? {};
      return { ...candidate, alarms: raised, meanDelayMs, longestHiddenMs: longestHidden?.durationMs ?? 0 };
    });
    return {
      keys: this.#study.keys,
      faults: this.#faults,
      faultDurations: this.#faultDurations.percentiles,
      okDurations: this.#okDurations.percentiles,
      inForce: this.#inForce.figures,
      rows: advisedWindows(tried),
    };
  }

  #add(
    key: KeyName,
    fault: RawFault,
    inForce: FaultOutcome | undefined,
    candidates: readonly FaultOutcome[],
  ): void {
    this.#faults += 1;
    if (fault.endedAt !== undefined) this.#faultDurations.add(fault.endedAt - fault.faultAt);
    if (fault.okForMs !== undefined) this.#okDurations.add(fault.okForMs);
    if (inForce !== undefined) this.#inForce.add(key, fault, inForce);
    for (const [place, outcome] of candidates.entries()) this.#candidates[place]?.add(key, fault, outcome);
  }
}
