import type { RawState } from '@omc/alarm';
import type { Random } from '../random.js';
import type { Consequence } from './consequence.js';

/** No delay is stretched by more than this share, so that effects stay behind their causes. */
const JITTER = 0.15;

/** A report that an NE is going to make, `afterMs` of simulated time from now. */
export interface PlannedChange {
  readonly key: string;
  readonly fault: Consequence;
  readonly state: RawState;
  readonly afterMs: number;
}

/** What has to be reported to get from one set of faults to another, with delays that vary a little. */
export function changesBetween(
  before: ReadonlyMap<string, Consequence>,
  after: ReadonlyMap<string, Consequence>,
  random: Random,
): PlannedChange[] {
  const stretch = () => 1 + JITTER * random.next();
  const begun = [...after].filter(([key]) => !before.has(key));
  const ended = [...before].filter(([key]) => !after.has(key));
  return [
    ...begun.map(([key, fault]) => changeTo('fault', key, fault, fault.detectMs * stretch())),
    ...ended.map(([key, fault]) => changeTo('ok', key, fault, fault.recoverMs * stretch())),
  ];
}

function changeTo(state: RawState, key: string, fault: Consequence, afterMs: number): PlannedChange {
  return { key, fault, state, afterMs };
}
