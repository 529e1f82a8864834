import type { ElementPlan, NetworkPlan } from '../network/network-plan.js';
import type { Random } from '../random.js';
import type { Step } from './step.js';

/** One sort of trouble that befalls an NE, from its beginning to its repair. */
export interface DisturbanceKind {
  readonly name: string;
  /** How often it comes, beside the other kinds. */
  readonly weight: number;
  /** What happens; nothing where the NE has no such part. Every condition that it begins, it ends. */
  strike(element: ElementPlan, network: NetworkPlan, random: Random): readonly Step[];
}
