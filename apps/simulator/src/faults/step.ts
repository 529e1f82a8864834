import type { Condition, ConditionKind } from './condition.js';

/** A change in the world: something begins or ceases to be wrong with an NE, or its process dies or starts. */
export type Happening =
  | {
      readonly kind: 'condition';
      readonly ne: number;
      readonly condition: Condition;
      readonly present: boolean;
    }
  | { readonly kind: 'process'; readonly ne: number; readonly running: boolean };

/** A happening and when it comes: milliseconds of simulated time after the beginning of its disturbance. */
export interface Step {
  readonly afterMs: number;
  readonly what: Happening;
}

/** Something is wrong with an object of an NE (by index) from an instant on, for a while. */
export function lasting(
  ne: number,
  kind: ConditionKind,
  object: string,
  fromMs: number,
  durationMs: number,
): Step[] {
  const condition = { kind, object };
  return [
    { afterMs: fromMs, what: { kind: 'condition', ne, condition, present: true } },
    { afterMs: fromMs + durationMs, what: { kind: 'condition', ne, condition, present: false } },
  ];
}
