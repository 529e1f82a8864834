import type { NetworkPlan } from '../network/network-plan.js';
import { Random } from '../random.js';
import { chooseTarget } from './choose-target.js';
import { type FaultKind, faultKinds, type PhysicalFault } from './physical-fault.js';

/** Faults begin within this time, in milliseconds. */
const BEGIN_MS = [10_000, 300_000] as const;
/** Most of them last until all have shown; some are over sooner. */
const LONG_MS = [1_500_000, 1_800_000] as const;
const SHORT_MS = [60_000, 240_000] as const;
const SHORT_PROBABILITY = 0.2;
const VSWR_ON_PROBABILITY = 0.5;
const BATTERY_MS = [30_000, 120_000] as const;

/** Kinds that leave something to explain, and last. */
const KINDS: readonly FaultKind[] = faultKinds.filter(
  (kind) => kind !== 'cell-blip' && kind !== 'sctp-flapping',
);

/**
 * Faults of several kinds that overlap, by chance: always the same for the same network and seed. All begin within
 * five minutes; between 600 s and 1,500 s nothing begins and nothing is repaired.
 */
export function randomFaults(plan: NetworkPlan, seed: number, count: number): readonly PhysicalFault[] {
  const random = new Random(seed);
  const faults: PhysicalFault[] = [];
  while (faults.length < count) {
    const kind = random.pick(KINDS);
    const target = chooseTarget(kind, plan, random);
    if (target === undefined) continue;
    const fromMs = random.whole(...BEGIN_MS);
    const lastsMs = random.chance(SHORT_PROBABILITY) ? random.whole(...SHORT_MS) : undefined;
    const id = `F${faults.length + 1}`;
    const untilMs = lastsMs === undefined ? random.whole(...LONG_MS) : fromMs + lastsMs;
    faults.push({ id, kind, ...target, fromMs, untilMs, ...ofKind(kind, random) });
  }
  return faults;
}

function ofKind(kind: FaultKind, random: Random): Partial<PhysicalFault> {
  if (kind === 'vswr-high') return { vswrSwitch: random.chance(VSWR_ON_PROBABILITY) ? 'on' : 'off' };
  return kind === 'mains-failed' ? { batteryMs: random.whole(...BATTERY_MS) } : {};
}
