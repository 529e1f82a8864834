import type { Ailment } from './ailment.js';

/** A change in the world: something begins or ceases to be wrong with an NE (by index), or with the network. */
export type Change =
  | { readonly kind: 'element'; readonly ne: number; readonly ailment: Ailment; readonly present: boolean }
  /** Something of the NE `network`: a hub, an MME, a router, the way to the OMC. */
  | { readonly kind: 'network'; readonly object: string; readonly fault: string; readonly present: boolean };

/** A change and when it comes, in milliseconds after the beginning of all. */
export interface Step {
  readonly at: number;
  readonly change: Change;
}

/** Something is wrong with an object of an NE for a while. */
export function lasting(ne: number, ailment: Ailment, fromMs: number, untilMs: number): Step[] {
  const step = (at: number, present: boolean): Step => ({
    at,
    change: { kind: 'element', ne, ailment, present },
  });
  return [step(fromMs, true), ...(untilMs === Number.POSITIVE_INFINITY ? [] : [step(untilMs, false)])];
}
