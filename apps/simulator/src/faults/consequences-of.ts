import type { ElementPlan } from '../network/network-plan.js';
import { cellConsequences } from './cell-consequences.js';
import type { Condition } from './condition.js';
import { type Consequence, faultKeyOf } from './consequence.js';
import { presentOf } from './present.js';
import { radioConsequences } from './radio-consequences.js';
import { transportConsequences } from './transport-consequences.js';

/** Every fault that an NE comes to report while these things are wrong with it, by the fault's key. */
export function consequencesOf(
  element: ElementPlan,
  conditions: Iterable<Condition>,
): ReadonlyMap<string, Consequence> {
  const present = presentOf(conditions);
  const all = [
    ...transportConsequences(element, present),
    ...radioConsequences(element, present),
    ...cellConsequences(element, present),
  ];
  return new Map(all.map((consequence) => [faultKeyOf(consequence), consequence]));
}
