import type { ElementPlan } from '../network/network-plan.js';
import type { AilmentKind } from './ailment.js';
import type { Consequence } from './consequence.js';

/** An eNodeB as it is at an instant. */
export interface Patient {
  readonly element: ElementPlan;
  /** Whether an object is in a condition. */
  ails(kind: AilmentKind, object: string): boolean;
  works(object: string): boolean;
  /** Whether something of the network works: `network//Mme=1`, or a neighbour, by its index. */
  isUp(name: string): boolean;
  isPeerUp(index: number): boolean;
  /** What it already reports or is about to; what cannot be seen any more stays as it was. */
  readonly before: ReadonlyMap<string, Consequence>;
}

/** A fault with the delays of its type. */
export function symptom(
  object: string,
  alarmId: number,
  [detectMs, recoverMs]: readonly [number, number],
  text: string,
  info?: Consequence['info'],
): Consequence {
  return { object, alarmId, detectMs, recoverMs, text, ...(info !== undefined && { info }) };
}
