import type { NetworkPlan } from '../network/network-plan.js';
import type { Random } from '../random.js';
import type { DisturbanceKind } from './disturbance-kind.js';
import { processDeath } from './process-death.js';
import { radioDisturbances } from './radio-disturbances.js';
import type { Step } from './step.js';
import { transportDisturbances } from './transport-disturbances.js';

/** Milliseconds of simulated time between two disturbances of one NE, on average. */
const MEAN_GAP_MS = 250_000;
/** Milliseconds after which the first disturbance comes at the latest: nobody likes to watch an idle demo. */
const FIRST_WITHIN_MS = 2000;

/** Everything that may go wrong. */
export const disturbanceKinds: readonly DisturbanceKind[] = [
  ...transportDisturbances,
  ...radioDisturbances,
  processDeath,
];

/** Something that befalls the network, `gapMs` of simulated time after the disturbance before it began. */
export interface Disturbance {
  readonly gapMs: number;
  readonly name: string;
  /** Index of the NE that it befalls. */
  readonly ne: number;
  readonly steps: readonly Step[];
}

/** Disturbances without end, independent of one another; the same ones for the same network and seed. */
export function* disturbancesOf(network: NetworkPlan, random: Random): Generator<Disturbance, never> {
  const meanGapMs = MEAN_GAP_MS / network.elements.length;
  let gapMs = Math.min(random.exponential(meanGapMs), FIRST_WITHIN_MS);
  while (true) {
    const element = random.pick(network.elements);
    const kind = pickByWeight(disturbanceKinds, random);
    yield { gapMs, name: kind.name, ne: element.index, steps: kind.strike(element, network, random) };
    gapMs = random.exponential(meanGapMs);
  }
}

function pickByWeight(kinds: readonly DisturbanceKind[], random: Random): DisturbanceKind {
  let rest = random.next() * kinds.reduce((sum, { weight }) => sum + weight, 0);
  const found = kinds.find(({ weight }) => {
    rest -= weight;
    return rest < 0;
  });
  return found ?? random.pick(kinds);
}
