import type { NetworkPlan } from '../network/network-plan.js';
import type { Random } from '../random.js';
import { chooseTarget } from './choose-target.js';
import { faultFacts } from './fault-facts.js';
import { type FaultKind, faultKinds, type PhysicalFault } from './physical-fault.js';

/** Milliseconds between two faults of one NE, on average. */
const MEAN_GAP_MS = 250_000;
/** Milliseconds after which the first fault comes at the latest: nobody likes to watch an idle demo. */
const FIRST_WITHIN_MS = 2000;
const VSWR_ON_PROBABILITY = 0.3;
const BATTERY_MS = [40_000, 120_000] as const;

/** Faults without end in order of time, of every kind that comes by itself; the same for the same network and seed. */
export function* livingFaults(plan: NetworkPlan, random: Random): Generator<PhysicalFault, never> {
  const meanGapMs = MEAN_GAP_MS / plan.elements.length;
  let fromMs = Math.min(random.exponential(meanGapMs), FIRST_WITHIN_MS);
  for (let number = 1; ; number += 1) {
    yield chooseFault(`F${number}`, Math.round(fromMs), plan, random);
    fromMs += random.exponential(meanGapMs);
  }
}

function chooseFault(id: string, fromMs: number, plan: NetworkPlan, random: Random): PhysicalFault {
  while (true) {
    const kind = pickKind(random);
    const target = chooseTarget(kind, plan, random);
    const [least, most] = faultFacts[kind].lasts;
    const untilMs = fromMs + Math.round(random.between(least, most) * 1000);
    const vswrSwitch = random.chance(VSWR_ON_PROBABILITY) ? 'on' : 'off';
    const more = { vswrSwitch, batteryMs: random.whole(...BATTERY_MS) } as const;
    // A network of one NE has no neighbours.
    if (target !== undefined) return { id, kind, ...target, fromMs, untilMs, ...more };
  }
}

function pickKind(random: Random): FaultKind {
  let rest = random.next() * faultKinds.reduce((sum, kind) => sum + faultFacts[kind].weight, 0);
  const found = faultKinds.find((kind) => {
    rest -= faultFacts[kind].weight;
    return rest < 0;
  });
  return found ?? random.pick(faultKinds);
}
