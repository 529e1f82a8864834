import type { NetworkPlan } from '../network/network-plan.js';
import type { Happening } from './happening.js';
import type { PhysicalFault } from './physical-fault.js';
import type { TruthRecord } from './truth-ledger.js';
import { World } from './world.js';

/** What faults made of a network. */
export interface SimulatedCourse {
  /** What happened, in order of time. */
  readonly happenings: readonly Happening[];
  /** What is true of every alarm condition, by when it was over. */
  readonly truth: readonly TruthRecord[];
}

/**
 * Lets faults befall a network, from the beginning until nothing more happens, without sockets, timers or a clock:
 * the same plan, schedule and seed give the same course. `omc` is the name that the OMC gives itself in its alarms.
 * Throws RangeError when a fault is of an NE that the network does not have.
 */
export function simulateFaults(
  plan: NetworkPlan,
  schedule: readonly PhysicalFault[],
  seed: number,
  omc?: string,
): SimulatedCourse {
  const happenings: Happening[] = [];
  const truth: TruthRecord[] = [];
  const listener = {
    hear: (one: Happening) => void happenings.push(one),
    learn: (one: TruthRecord) => void truth.push(one),
  };
  const world = new World(plan, seed, listener, omc);
  for (const fault of schedule) world.strike(fault);
  world.advance(Number.MAX_VALUE);
  return { happenings, truth: [...truth, ...world.openTruth()] };
}
